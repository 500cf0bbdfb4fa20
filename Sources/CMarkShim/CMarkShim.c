// Makes Debian's libcmark-gfm 0.29.0.gfm.6 usable from several threads.
//
// The library switches each extension's characters on and off in one static table while it parses
// inlines (github/cmark-gfm pull request 176), through its exported function
// cmark_manage_extensions_special_characters. Our definition takes that function's place: the
// characters are switched on once for all extensions and stay on. Where the linking does not let
// our definition win, a mutex serialises the racy stage instead; which of both holds is observed
// at start, not assumed.
#define _GNU_SOURCE
#include "CMarkShim.h"

#include <dlfcn.h>
#include <pthread.h>
#include <setjmp.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

// MARK: The interposed function

static atomic_bool frozen;
static bool called;  // only touched before `frozen` is set, under pthread_once
typedef void (*manage_function)(cmark_parser *, int);
static manage_function library_manage;

void cmark_manage_extensions_special_characters(cmark_parser *parser, int add);

// Weak, so that linking the static library stays possible: its definition wins then.
__attribute__((weak, used, visibility("default"))) void cmark_manage_extensions_special_characters(
    cmark_parser *parser, int add) {
  if (atomic_load_explicit(&frozen, memory_order_acquire)) return;
  called = true;
  if (library_manage) library_manage(parser, add);
}

// MARK: One arena a thread

// The library asks for many small pieces and frees them all at the end; a bump arena is a quarter
// faster than malloc and lets a document that needs too much be abandoned in the middle.
typedef struct block {
  struct block *next;
  size_t size, used;
  _Alignas(16) char bytes[];
} block;

typedef struct {
  block *blocks;
  size_t taken, limit;
  bool guarded;    // a jump out of the library is possible
  bool locked;     // this thread holds the mutex
  jmp_buf escape;
} arena;

static _Thread_local arena heap;
static pthread_mutex_t racy_stage = PTHREAD_MUTEX_INITIALIZER;

enum { FIRST_BLOCK = 256 * 1024, LARGEST_STEP = 8 * 1024 * 1024, HEADER = 16 };

static void give_up(void) {
  if (heap.guarded) longjmp(heap.escape, 1);
  abort();  // no memory left at all
}

static void *take(size_t size) {
  if (size > SIZE_MAX / 2) give_up();
  size_t need = HEADER + ((size + 15) & ~(size_t)15);
  block *top = heap.blocks;
  if (!top || top->size - top->used < need) {
    size_t step = top ? top->size * 2 : FIRST_BLOCK;
    if (step > LARGEST_STEP) step = LARGEST_STEP;
    if (step < need) step = need;
    if (heap.guarded && heap.taken + step > heap.limit && heap.taken + need > heap.limit) give_up();
    block *fresh = malloc(sizeof(block) + step);
    if (!fresh) give_up();
    fresh->next = top;
    fresh->size = step;
    fresh->used = 0;
    heap.taken += step;
    heap.blocks = top = fresh;
  }
  char *place = top->bytes + top->used;
  top->used += need;
  *(size_t *)place = size;
  return place + HEADER;
}

static void *arena_calloc(size_t count, size_t size) {
  size_t total;
  if (__builtin_mul_overflow(count, size, &total)) give_up();
  return memset(take(total), 0, total);
}

static void *arena_realloc(void *old, size_t size) {
  if (!old) return take(size);
  size_t had = *(size_t *)((char *)old - HEADER);
  if (size <= had) return old;
  void *place = take(size);
  return memcpy(place, old, had);
}

static void arena_free(void *old) { (void)old; }

static cmark_mem arena_mem = {arena_calloc, arena_realloc, arena_free};

void nm_release(void) {
  while (heap.blocks && (heap.blocks->next || heap.blocks->size > FIRST_BLOCK)) {
    block *next = heap.blocks->next;
    free(heap.blocks);
    heap.blocks = next;
  }
  heap.taken = 0;
  if (heap.blocks) {
    heap.blocks->used = 0;
    heap.taken = heap.blocks->size;
  }
}

// MARK: Setting up

static pthread_once_t once = PTHREAD_ONCE_INIT;
static const char *const names[] = {"table", "strikethrough", "autolink", "tagfilter", "tasklist"};
enum { EXTENSIONS = 5 };
static cmark_syntax_extension *known[EXTENSIONS];
static nm_setup setup;

static cmark_parser *new_parser(int options, uint32_t extensions, cmark_mem *mem) {
  cmark_parser *parser = cmark_parser_new_with_mem(options, mem);
  for (int i = 0; i < EXTENSIONS; i++)
    if ((extensions >> i & 1) && known[i]) cmark_parser_attach_syntax_extension(parser, known[i]);
  return parser;
}

// Whether a text with every extension's characters comes out right; learns the types on the way.
static bool try_sample(void) {
  static const char sample[] = "~~x~~\n\n|a|\n|-|\n|b|\n";
  cmark_parser *parser = new_parser(CMARK_OPT_DEFAULT, 31, cmark_get_default_mem_allocator());
  cmark_parser_feed(parser, sample, sizeof sample - 1);
  cmark_node *root = cmark_parser_finish(parser);
  cmark_node *struck = cmark_node_first_child(cmark_node_first_child(root));
  cmark_node *table = cmark_node_last_child(root);
  cmark_node *row = cmark_node_first_child(table);
  setup.strikethrough = cmark_node_get_type(struck);
  setup.table = cmark_node_get_type(table);
  setup.table_row = cmark_node_get_type(row);
  setup.table_cell = cmark_node_get_type(cmark_node_first_child(row));
  bool right = strcmp(cmark_node_get_type_string(struck), "strikethrough") == 0;
  cmark_node_free(root);
  cmark_parser_free(parser);
  return right;
}

static void set_up(void) {
  cmark_gfm_core_extensions_ensure_registered();
  for (int i = 0; i < EXTENSIONS; i++) known[i] = cmark_find_syntax_extension(names[i]);
  library_manage =
      (manage_function)dlsym(RTLD_NEXT, "cmark_manage_extensions_special_characters");
  try_sample();
  if (!called || !library_manage) return;  // the library calls its own: the mutex it is
  cmark_parser *all = new_parser(CMARK_OPT_DEFAULT, 31, cmark_get_default_mem_allocator());
  library_manage(all, 1);
  cmark_parser_free(all);
  atomic_store_explicit(&frozen, true, memory_order_release);
  setup.interposed = try_sample();
  if (!setup.interposed) atomic_store_explicit(&frozen, false, memory_order_release);
}

nm_setup nm_prepare(void) {
  pthread_once(&once, set_up);
  return setup;
}

// MARK: Parsing

static cmark_node *finish(cmark_parser *parser) {
  if (setup.interposed) return cmark_parser_finish(parser);
  pthread_mutex_lock(&racy_stage);
  heap.locked = true;
  cmark_node *root = cmark_parser_finish(parser);
  heap.locked = false;
  pthread_mutex_unlock(&racy_stage);
  return root;
}

cmark_node *nm_parse(
    const char *text, size_t length, int options, uint32_t extensions, size_t memory_limit) {
  nm_prepare();
  nm_release();
  heap.limit = memory_limit;
  if (setjmp(heap.escape) != 0) {
    heap.guarded = false;
    if (heap.locked) {
      heap.locked = false;
      pthread_mutex_unlock(&racy_stage);
    }
    nm_release();
    return NULL;
  }
  heap.guarded = true;
  cmark_parser *parser = new_parser(options, extensions, &arena_mem);
  cmark_parser_feed(parser, text, length);
  cmark_node *root = finish(parser);
  heap.guarded = false;
  return root;
}

char *nm_library_html(const char *text, size_t length, int options, uint32_t extensions) {
  nm_prepare();
  cmark_parser *parser = new_parser(options, extensions, cmark_get_default_mem_allocator());
  cmark_parser_feed(parser, text, length);
  cmark_node *root = finish(parser);
  char *html = cmark_render_html(root, options, cmark_parser_get_syntax_extensions(parser));
  cmark_node_free(root);
  cmark_parser_free(parser);
  return html;
}
