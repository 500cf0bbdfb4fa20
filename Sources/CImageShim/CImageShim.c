#define _GNU_SOURCE
#include "CImageShim.h"

#include <ctype.h>
#include <lcms2.h>
#include <png.h>
#include <stdlib.h>
#include <string.h>
#include <strings.h>
#include <turbojpeg.h>
#include <webp/decode.h>
#include <webp/encode.h>

#define STB_IMAGE_RESIZE_IMPLEMENTATION
#define STB_IMAGE_RESIZE_STATIC
#define STBIR_ASSERT(x) ((void)0)
#include <stb/stb_image_resize.h>

/* MARK: JPEG */

static int jpeg_head(const uint8_t *bytes, size_t length, int reach, ng_image_info *info) {
  tjhandle handle = tjInitDecompress();
  if (!handle) return NG_IMAGE_NO_MEMORY;
  int subsampling, colours;
  int failed = tjDecompressHeader3(handle, bytes, length, &info->file_width, &info->file_height,
                                   &subsampling, &colours);
  tjDestroy(handle);
  /* A head that breaks off may still count as read. */
  if (failed || info->file_width < 1 || info->file_height < 1) return NG_IMAGE_BROKEN;
  info->width = info->file_width;
  info->height = info->file_height;
  info->channels = 3;
  int count = 0;
  tjscalingfactor *factors = tjGetScalingFactors(&count);
  int longer = info->width > info->height ? info->width : info->height;
  for (int i = 0; reach > 0 && factors && i < count; i++) {
    /* Halves, quarters and eighths are quick; the others are not worth it. */
    if (factors[i].num != 1 || TJSCALED(longer, factors[i]) < reach) continue;
    int width = TJSCALED(info->file_width, factors[i]);
    if (width < info->width) {
      info->width = width;
      info->height = TJSCALED(info->file_height, factors[i]);
    }
  }
  return NG_IMAGE_FINE;
}

/* Whether the mark of the end stands after the first scan; EXIF may hold a small picture with an end
   of its own, but before it. */
static int jpeg_has_end(const uint8_t *bytes, size_t length) {
  size_t at = 2;
  while (at + 4 <= length && bytes[at] == 0xFF && bytes[at + 1] != 0xDA)
    at += bytes[at + 1] == 0xFF ? 1 : 2 + ((size_t)bytes[at + 2] << 8 | bytes[at + 3]);
  return at < length && memmem(bytes + at, length - at, "\xFF\xD9", 2) != NULL;
}

/* Most warnings still give a whole picture, but not those that say the data ended too early. */
static int is_damaged(tjhandle handle) {
  if (tjGetErrorCode(handle) != TJERR_WARNING) return 1;
  return strcasestr(tjGetErrorStr2(handle), "premature end") != NULL;
}

static int jpeg_decode(const uint8_t *bytes, size_t length, const ng_image_info *info,
                       uint8_t *pixels) {
  if (!jpeg_has_end(bytes, length)) return NG_IMAGE_BROKEN;
  tjhandle handle = tjInitDecompress();
  if (!handle) return NG_IMAGE_NO_MEMORY;
  int width, height, subsampling, colours, result = NG_IMAGE_FINE;
  if (tjDecompressHeader3(handle, bytes, length, &width, &height, &subsampling, &colours)) {
    tjDestroy(handle);
    return NG_IMAGE_BROKEN;
  }
  int is_print = colours == TJCS_CMYK || colours == TJCS_YCCK;
  size_t count = (size_t)info->width * (size_t)info->height;
  uint8_t *inks = is_print ? malloc(count * 4) : NULL;
  if (is_print && !inks) {
    tjDestroy(handle);
    return NG_IMAGE_NO_MEMORY;
  }
  if (tjDecompress2(handle, bytes, length, is_print ? inks : pixels, info->width, 0, info->height,
                    is_print ? TJPF_CMYK : TJPF_RGB, TJFLAG_LIMITSCANS) &&
      is_damaged(handle))
    result = NG_IMAGE_BROKEN;
  /* Programs that write such files store the inks inverted. */
  for (size_t i = 0; is_print && i < count; i++)
    for (int c = 0; c < 3; c++)
      pixels[i * 3 + c] = (uint8_t)(inks[i * 4 + c] * inks[i * 4 + 3] / 255);
  free(inks);
  tjDestroy(handle);
  return result;
}

uint8_t *ng_jpeg_encode(const uint8_t *rgb, int width, int height, int quality, size_t *length) {
  tjhandle handle = tjInitCompress();
  if (!handle) return NULL;
  unsigned char *buffer = NULL;
  unsigned long size = 0;
  int failed = tjCompress2(handle, rgb, width, 0, height, TJPF_RGB, &buffer, &size, TJSAMP_420,
                           quality, TJFLAG_ACCURATEDCT | TJFLAG_PROGRESSIVE);
  tjDestroy(handle);
  uint8_t *bytes = failed ? NULL : malloc(size);
  if (bytes) memcpy(bytes, buffer, size);
  tjFree(buffer);
  *length = bytes ? size : 0;
  return bytes;
}

/* MARK: PNG */

/* libpng's own frame of calls holds its jumps, and reads every kind of PNG as 8-bit sRGB. */
static int png_open(const uint8_t *bytes, size_t length, png_image *image) {
  memset(image, 0, sizeof *image);
  image->version = PNG_IMAGE_VERSION;
  return png_image_begin_read_from_memory(image, bytes, length);
}

static int png_head(const uint8_t *bytes, size_t length, ng_image_info *info) {
  png_image image;
  if (!png_open(bytes, length, &image)) return NG_IMAGE_BROKEN;
  int is_large = image.width > INT32_MAX || image.height > INT32_MAX;
  info->width = info->file_width = is_large ? INT32_MAX : (int)image.width;
  info->height = info->file_height = is_large ? INT32_MAX : (int)image.height;
  info->channels = image.format & PNG_FORMAT_FLAG_ALPHA ? 4 : 3;
  png_image_free(&image);
  return NG_IMAGE_FINE;
}

static int png_decode(const uint8_t *bytes, size_t length, const ng_image_info *info,
                      uint8_t *pixels) {
  png_image image;
  if (!png_open(bytes, length, &image)) return NG_IMAGE_BROKEN;
  image.format = info->channels == 4 ? PNG_FORMAT_RGBA : PNG_FORMAT_RGB;
  int is_same = (int)image.width == info->width && (int)image.height == info->height;
  int is_fine = is_same && png_image_finish_read(&image, NULL, pixels, 0, NULL);
  png_image_free(&image);
  return is_fine ? NG_IMAGE_FINE : NG_IMAGE_BROKEN;
}

typedef struct {
  uint8_t *bytes;
  size_t length, room;
} sink;

static void sink_write(png_structp png, png_bytep data, png_size_t count) {
  sink *out = png_get_io_ptr(png);
  if (count > SIZE_MAX / 4 - out->length) png_error(png, "too long");
  if (out->length + count > out->room) {
    size_t room = (out->length + count) * 2;
    uint8_t *bytes = realloc(out->bytes, room);
    if (!bytes) png_error(png, "no memory");
    out->bytes = bytes;
    out->room = room;
  }
  memcpy(out->bytes + out->length, data, count);
  out->length += count;
}

static void sink_flush(png_structp png) { (void)png; }
static void be_silent(png_structp png, png_const_charp text) {
  (void)png;
  (void)text;
}

uint8_t *ng_png_encode(const uint8_t *pixels, int width, int height, int channels,
                       size_t *length) {
  *length = 0;
  sink out = {NULL, 0, 0};
  png_structp png = png_create_write_struct(PNG_LIBPNG_VER_STRING, NULL, NULL, be_silent);
  if (!png) return NULL;
  png_infop info = png_create_info_struct(png);
  /* `out` is read after the jump only through its address, which libpng holds. */
  sink *volatile kept = &out;
  if (!info || setjmp(png_jmpbuf(png))) {
    png_destroy_write_struct(&png, &info);
    free(kept->bytes);
    return NULL;
  }
  png_set_write_fn(png, &out, sink_write, sink_flush);
  png_set_IHDR(png, info, (png_uint_32)width, (png_uint_32)height, 8,
               channels == 4 ? PNG_COLOR_TYPE_RGBA : PNG_COLOR_TYPE_RGB,
               PNG_INTERLACE_NONE, PNG_COMPRESSION_TYPE_DEFAULT, PNG_FILTER_TYPE_DEFAULT);
  png_write_info(png, info);
  for (int y = 0; y < height; y++)
    png_write_row(png, pixels + (size_t)y * (size_t)width * (size_t)channels);
  png_write_end(png, NULL);
  png_destroy_write_struct(&png, &info);
  *length = out.length;
  return out.bytes;
}

/* MARK: WebP */

static int webp_head(const uint8_t *bytes, size_t length, ng_image_info *info) {
  WebPBitstreamFeatures features;
  if (WebPGetFeatures(bytes, length, &features) != VP8_STATUS_OK) return NG_IMAGE_BROKEN;
  if (features.has_animation) return NG_IMAGE_MOVING;
  if (features.width < 1 || features.height < 1) return NG_IMAGE_BROKEN;
  info->width = info->file_width = features.width;
  info->height = info->file_height = features.height;
  info->channels = features.has_alpha ? 4 : 3;
  return NG_IMAGE_FINE;
}

static int webp_decode(const uint8_t *bytes, size_t length, const ng_image_info *info,
                       uint8_t *pixels) {
  size_t row = (size_t)info->width * (size_t)info->channels;
  size_t size = row * (size_t)info->height;
  if (row > INT32_MAX) return NG_IMAGE_BROKEN;
  uint8_t *done = info->channels == 4
                      ? WebPDecodeRGBAInto(bytes, length, pixels, size, (int)row)
                      : WebPDecodeRGBInto(bytes, length, pixels, size, (int)row);
  return done ? NG_IMAGE_FINE : NG_IMAGE_BROKEN;
}

uint8_t *ng_webp_encode(const uint8_t *pixels, int width, int height, int channels, int quality,
                        size_t *length) {
  *length = 0;
  if (width > WEBP_MAX_DIMENSION || height > WEBP_MAX_DIMENSION) return NULL;
  uint8_t *buffer = NULL;
  size_t size =
      channels == 4
          ? WebPEncodeRGBA(pixels, width, height, width * 4, (float)quality, &buffer)
          : WebPEncodeRGB(pixels, width, height, width * 3, (float)quality, &buffer);
  uint8_t *bytes = size ? malloc(size) : NULL;
  if (bytes) {
    memcpy(bytes, buffer, size);
    *length = size;
  }
  WebPFree(buffer);
  return bytes;
}

/* MARK: All of them */

int ng_image_head(const uint8_t *bytes, size_t length, int reach, ng_image_info *info) {
  memset(info, 0, sizeof *info);
  if (length >= 3 && bytes[0] == 0xFF && bytes[1] == 0xD8 && bytes[2] == 0xFF) {
    info->format = NG_IMAGE_JPEG;
    return jpeg_head(bytes, length, reach, info);
  }
  if (length >= 8 && memcmp(bytes, "\x89PNG\r\n\x1a\n", 8) == 0) {
    info->format = NG_IMAGE_PNG;
    return png_head(bytes, length, info);
  }
  if (length >= 12 && memcmp(bytes, "RIFF", 4) == 0 && memcmp(bytes + 8, "WEBP", 4) == 0) {
    info->format = NG_IMAGE_WEBP;
    return webp_head(bytes, length, info);
  }
  return NG_IMAGE_UNKNOWN;
}

int ng_image_decode(const uint8_t *bytes, size_t length, const ng_image_info *info,
                    uint8_t *pixels) {
  switch (info->format) {
  case NG_IMAGE_JPEG: return jpeg_decode(bytes, length, info, pixels);
  case NG_IMAGE_PNG: return png_decode(bytes, length, info, pixels);
  case NG_IMAGE_WEBP: return webp_decode(bytes, length, info, pixels);
  default: return NG_IMAGE_UNKNOWN;
  }
}

int ng_image_resize(const uint8_t *from, int width, int height, uint8_t *to, int new_width,
                    int new_height, int channels) {
  return stbir_resize_uint8_generic(from, width, height, 0, to, new_width, new_height, 0, channels,
                                    channels == 4 ? 3 : STBIR_ALPHA_CHANNEL_NONE, 0,
                                    STBIR_EDGE_CLAMP, STBIR_FILTER_CATMULLROM,
                                    STBIR_COLORSPACE_SRGB, NULL);
}

/* MARK: Colours */

static int to_srgb(cmsContext context, cmsHPROFILE from, cmsHPROFILE to, uint8_t *pixels,
                   size_t count, int channels) {
  cmsUInt32Number rest = EXTRA_SH(channels - 3) | CHANNELS_SH(3) | BYTES_SH(1);
  cmsUInt32Number target = COLORSPACE_SH(PT_RGB) | rest, source;
  switch (cmsGetColorSpace(from)) {
  case cmsSigRgbData: source = target; break;
  /* The decoders have written the one channel three times. */
  case cmsSigGrayData:
    source = COLORSPACE_SH(PT_GRAY) | CHANNELS_SH(1) | EXTRA_SH(channels - 1) | BYTES_SH(1);
    break;
  default: return 0;
  }
  cmsHTRANSFORM transform = cmsCreateTransformTHR(
      context, from, source, to, target, INTENT_RELATIVE_COLORIMETRIC,
      cmsFLAGS_BLACKPOINTCOMPENSATION);
  if (!transform) return 0;
  const size_t step = 1 << 20;
  for (size_t at = 0; at < count; at += step) {
    uint8_t *part = pixels + at * (size_t)channels;
    cmsDoTransform(transform, part, part, (cmsUInt32Number)(count - at < step ? count - at : step));
  }
  cmsDeleteTransform(transform);
  return 1;
}

int ng_image_to_srgb(const uint8_t *profile, size_t length, uint8_t *pixels, size_t count,
                     int channels) {
  /* A context of its own: threads share nothing. */
  cmsContext context = length <= UINT32_MAX ? cmsCreateContext(NULL, NULL) : NULL;
  if (!context) return 0;
  cmsHPROFILE from = cmsOpenProfileFromMemTHR(context, profile, (cmsUInt32Number)length);
  cmsHPROFILE to = cmsCreate_sRGBProfileTHR(context);
  int done = from && to && to_srgb(context, from, to, pixels, count, channels);
  if (from) cmsCloseProfile(from);
  if (to) cmsCloseProfile(to);
  cmsDeleteContext(context);
  return done;
}

void ng_image_free(uint8_t *bytes) { free(bytes); }
