#include "CPangoShim.h"

#include <fontconfig/fontconfig.h>
#include <pango/pangofc-font.h>
#include <pango/pangofc-fontmap.h>

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
