#pragma once

#include <stddef.h>
#include <stdint.h>

/* Pictures in and out of memory by libturbojpeg, libpng and libwebp, sized by stb_image_resize,
   with their colours by lcms2.
   Nothing here keeps state, and no jump of a library leaves this file. */

enum { NG_IMAGE_JPEG = 1, NG_IMAGE_PNG = 2, NG_IMAGE_WEBP = 3 };

enum {
  NG_IMAGE_FINE = 0,
  NG_IMAGE_UNKNOWN = 1, /* none of the three formats */
  NG_IMAGE_BROKEN = 2,  /* damaged, or its end is missing */
  NG_IMAGE_MOVING = 3,  /* an animation */
  NG_IMAGE_NO_MEMORY = 4,
};

typedef struct {
  int format;
  /* Size in pixels as the file says, and as it will be decoded. */
  int file_width, file_height;
  int width, height;
  /* 3 for red, green, blue; 4 with alpha. */
  int channels;
} ng_image_info;

/* Reads the head only. A JPEG may be decoded smaller: its longer side is then at least `reach`
   pixels; 0 asks for full size. */
int ng_image_head(const uint8_t *bytes, size_t length, int reach, ng_image_info *info);

/* Decodes into `pixels`, which has room for width * height * channels bytes. */
int ng_image_decode(const uint8_t *bytes, size_t length, const ng_image_info *info,
                    uint8_t *pixels);

/* Both buffers hold width * height * channels bytes; 0 if there was no memory. */
int ng_image_resize(const uint8_t *from, int width, int height, uint8_t *to, int new_width,
                    int new_height, int channels);

/* Takes the colours of a profile to sRGB in place; 0 leaves them, if the profile cannot be read or
   speaks of neither red, green, blue nor grey. */
int ng_image_to_srgb(const uint8_t *profile, size_t length, uint8_t *pixels, size_t count,
                     int channels);

/* The encoders give bytes freed by ng_image_free, or NULL. They write no metadata at all. */
uint8_t *ng_jpeg_encode(const uint8_t *rgb, int width, int height, int quality, size_t *length);
uint8_t *ng_webp_encode(const uint8_t *pixels, int width, int height, int channels, int quality,
                        size_t *length);
uint8_t *ng_png_encode(const uint8_t *pixels, int width, int height, int channels,
                       size_t *length);
void ng_image_free(uint8_t *bytes);
