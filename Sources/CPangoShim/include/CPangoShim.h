#pragma once

#include <cairo-pdf.h>
#include <cairo.h>
#include <pango/pangocairo.h>
#include <stddef.h>

/* What the C headers say in macros or with casts that Swift cannot import. */

/* A font map that knows only the given files, or NULL with the number of the bad file in *bad. */
PangoFontMap *ng_font_map_new(const char *const *files, int count, int *bad);

/* A context without hinting or rounding, so that lines break alike at every scale. */
PangoContext *ng_context_new(PangoFontMap *map);

void ng_object_unref(void *object);

/* A PDF surface that writes to memory. */
typedef struct ng_pdf ng_pdf;
ng_pdf *ng_pdf_new(double width, double height);
cairo_surface_t *ng_pdf_surface(ng_pdf *pdf);
/* Ends the file; returns its bytes (owned by pdf) or NULL if memory or cairo failed. */
const unsigned char *ng_pdf_finish(ng_pdf *pdf, size_t *length);
void ng_pdf_free(ng_pdf *pdf);
