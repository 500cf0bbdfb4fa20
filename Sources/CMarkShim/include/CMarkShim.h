#pragma once
#include <cmark-gfm-core-extensions.h>
#include <cmark-gfm-extension_api.h>
#include <cmark-gfm.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

// Extensions to attach, as bits.
enum {
  NM_TABLE = 1,
  NM_STRIKETHROUGH = 2,
  NM_AUTOLINK = 4,
  NM_TAGFILTER = 8,
  NM_TASKLIST = 16,
};

// Node types that the library hands out at run time, and how it was made thread-safe.
typedef struct {
  uint32_t table, table_row, table_cell, strikethrough;
  bool interposed;  // true: our no-op replaced the racy function; false: a mutex guards it
} nm_setup;

// Prepares the library once for the whole process; cheap and safe to call again from any thread.
nm_setup nm_prepare(void);

// Parses into this thread's arena. NULL if more than `memory_limit` bytes would be needed.
// The tree is valid until the next nm_parse or nm_release of the same thread.
cmark_node *nm_parse(
    const char *text, size_t length, int options, uint32_t extensions, size_t memory_limit);

// Ends the use of this thread's tree and keeps at most one small block for the next document.
void nm_release(void);

// The library's own HTML of a text, from malloc; the caller frees it. The yardstick of our writer.
char *nm_library_html(const char *text, size_t length, int options, uint32_t extensions);
