#pragma once

#include <cairo.h>
#include <pango/pangocairo.h>
#include <stddef.h>

/* What the C headers say in macros or with casts that Swift cannot import. */

/* A font map that knows only the given files, or NULL with the number of the bad file in *bad. */
PangoFontMap *ng_font_map_new(const char *const *files, int count, int *bad);

/* A context without hinting or rounding, so that lines break alike at every scale. */
PangoContext *ng_context_new(PangoFontMap *map);

void ng_object_unref(void *object);

/* The file that a font of ng_font_map_new was read from, and its size in points. */
const char *ng_font_file(PangoFont *font);
double ng_font_size(PangoFont *font);

/* Whether a run is struck through. */
int ng_run_is_struck(const PangoLayoutRun *run);

/* A picture as PNG, freed by ng_png_free; NULL if cairo failed. */
unsigned char *ng_png(cairo_surface_t *surface, size_t *length);
void ng_png_free(unsigned char *bytes);

/* A PNG on white paper, 32 bits a pixel, or NULL if it cannot be read. */
cairo_surface_t *ng_png_read(const unsigned char *data, size_t length);
