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
