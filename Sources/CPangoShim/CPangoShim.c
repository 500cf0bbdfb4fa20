#include "CPangoShim.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
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

static FcPattern *pattern(PangoFont *font) {
  return PANGO_IS_FC_FONT(font) ? pango_fc_font_get_pattern(PANGO_FC_FONT(font)) : NULL;
}

const char *ng_font_file(PangoFont *font) {
  FcChar8 *file = NULL;
  FcPattern *found = pattern(font);
  if (!found || FcPatternGetString(found, FC_FILE, 0, &file) != FcResultMatch) return NULL;
  return (const char *)file;
}

double ng_font_size(PangoFont *font) {
  double size = 0;
  FcPattern *found = pattern(font);
  if (found) FcPatternGetDouble(found, FC_PIXEL_SIZE, 0, &size);
  return size;
}

int ng_run_is_struck(const PangoLayoutRun *run) {
  for (GSList *at = run->item->analysis.extra_attrs; at; at = at->next) {
    const PangoAttribute *attribute = at->data;
    if (attribute->klass->type == PANGO_ATTR_STRIKETHROUGH)
      return ((const PangoAttrInt *)attribute)->value != 0;
  }
  return 0;
}

struct bytes {
  unsigned char *data;
  size_t length, capacity;
};

static cairo_status_t append(void *closure, const unsigned char *data, unsigned int count) {
  struct bytes *bytes = closure;
  if (bytes->length + count > bytes->capacity) {
    size_t capacity = bytes->capacity ? bytes->capacity : 16384;
    while (capacity < bytes->length + count) capacity *= 2;
    unsigned char *larger = realloc(bytes->data, capacity);
    if (!larger) return CAIRO_STATUS_NO_MEMORY;
    bytes->data = larger;
    bytes->capacity = capacity;
  }
  memcpy(bytes->data + bytes->length, data, count);
  bytes->length += count;
  return CAIRO_STATUS_SUCCESS;
}

unsigned char *ng_png(cairo_surface_t *surface, size_t *length) {
  struct bytes bytes = {0};
  if (cairo_surface_write_to_png_stream(surface, append, &bytes) != CAIRO_STATUS_SUCCESS) {
    free(bytes.data);
    return NULL;
  }
  *length = bytes.length;
  return bytes.data;
}

void ng_png_free(unsigned char *bytes) { free(bytes); }

struct source {
  const unsigned char *data;
  size_t left;
};

static cairo_status_t take(void *closure, unsigned char *data, unsigned int count) {
  struct source *source = closure;
  if (count > source->left) return CAIRO_STATUS_READ_ERROR;
  memcpy(data, source->data, count);
  source->data += count;
  source->left -= count;
  return CAIRO_STATUS_SUCCESS;
}

cairo_surface_t *ng_png_read(const unsigned char *data, size_t length) {
  struct source source = {data, length};
  cairo_surface_t *read = cairo_image_surface_create_from_png_stream(take, &source);
  if (cairo_surface_status(read) != CAIRO_STATUS_SUCCESS) {
    cairo_surface_destroy(read);
    return NULL;
  }
  int width = cairo_image_surface_get_width(read), height = cairo_image_surface_get_height(read);
  cairo_surface_t *paper = cairo_image_surface_create(CAIRO_FORMAT_RGB24, width, height);
  cairo_t *context = cairo_create(paper);
  cairo_set_source_rgb(context, 1, 1, 1);
  cairo_paint(context);
  cairo_set_source_surface(context, read, 0, 0);
  cairo_paint(context);
  int failed = cairo_status(context) != CAIRO_STATUS_SUCCESS;
  cairo_destroy(context);
  cairo_surface_destroy(read);
  if (failed) {
    cairo_surface_destroy(paper);
    return NULL;
  }
  cairo_surface_flush(paper);
  return paper;
}
