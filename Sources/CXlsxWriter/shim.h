#include <xlsxwriter.h>

/* A file without a name, in memory. The C library has it since 2.27 but shows it only to those who
   define _GNU_SOURCE before its first header, which Swift does not. */
extern int memfd_create(const char *name, unsigned int flags);
enum { neuguong_close_on_exec = 1 };
