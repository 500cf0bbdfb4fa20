#include "CPangoShim.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-fontmap.h>
#include <stdlib.h>
#include <string.h>

PangoFontMap *ng_font_map_new(const char *const *files, int count, int *bad) {
  *bad = -1;
  FcConfig *config = FcConfigCreate();
  if (!config) return NULL;
  for (int i = 0; i < count; i++) {
    if (!FcConfigAppFontAddFile(config, (const FcChar8 *)files[i])) {
      *bad = i;
      FcConfigDestroy(config);
      return NULL;
    }
  }
  PangoFontMap *map = pango_cairo_font_map_new_for_font_type(CAIRO_FONT_TYPE_FT);
  if (map) {
    pango_cairo_font_map_set_resolution(PANGO_CAIRO_FONT_MAP(map), 72.0);
    pango_fc_font_map_set_config(PANGO_FC_FONT_MAP(map), config);
  }
  FcConfigDestroy(config); /* the map keeps its own reference */
  return map;
}

PangoContext *ng_context_new(PangoFontMap *map) {
  PangoContext *context = pango_font_map_create_context(map);
  cairo_font_options_t *options = cairo_font_options_create();
  cairo_font_options_set_hint_style(options, CAIRO_HINT_STYLE_NONE);
  cairo_font_options_set_hint_metrics(options, CAIRO_HINT_METRICS_OFF);
  cairo_font_options_set_antialias(options, CAIRO_ANTIALIAS_GRAY);
  pango_cairo_context_set_font_options(context, options);
  cairo_font_options_destroy(options);
  pango_context_set_round_glyph_positions(context, FALSE);
  pango_context_set_language(context, pango_language_from_string("vi"));
  return context;
}

void ng_object_unref(void *object) {
  if (object) g_object_unref(object);
}

struct ng_pdf {
  cairo_surface_t *surface;
  unsigned char *data;
  size_t length, capacity;
};

static cairo_status_t append(void *closure, const unsigned char *bytes, unsigned int count) {
  ng_pdf *pdf = closure;
  if (pdf->length + count > pdf->capacity) {
    size_t capacity = pdf->capacity ? pdf->capacity : 65536;
    while (capacity < pdf->length + count) capacity *= 2;
    unsigned char *data = realloc(pdf->data, capacity);
    if (!data) return CAIRO_STATUS_NO_MEMORY;
    pdf->data = data;
    pdf->capacity = capacity;
  }
  memcpy(pdf->data + pdf->length, bytes, count);
  pdf->length += count;
  return CAIRO_STATUS_SUCCESS;
}

ng_pdf *ng_pdf_new(double width, double height) {
  ng_pdf *pdf = calloc(1, sizeof *pdf);
  if (!pdf) return NULL;
  pdf->surface = cairo_pdf_surface_create_for_stream(append, pdf, width, height);
  return pdf;
}

cairo_surface_t *ng_pdf_surface(ng_pdf *pdf) { return pdf->surface; }

const unsigned char *ng_pdf_finish(ng_pdf *pdf, size_t *length) {
  cairo_surface_finish(pdf->surface);
  if (cairo_surface_status(pdf->surface) != CAIRO_STATUS_SUCCESS) return NULL;
  *length = pdf->length;
  return pdf->data;
}

void ng_pdf_free(ng_pdf *pdf) {
  if (!pdf) return;
  cairo_surface_destroy(pdf->surface);
  free(pdf->data);
  free(pdf);
}
