#pragma once

#include <stddef.h>
#include <stdint.h>

/* A server of plain answers on the loopback address, by libmicrohttpd, whose own start is variadic.
   Only GET and HEAD come through; each connection has a thread, so an answer may take its time. */

typedef struct ng_http_server ng_http_server;
typedef struct ng_http_request ng_http_request;

/* Called on a thread of the server for each request; must answer exactly once. The address ends
   before any `?` and, like arguments, has its percent signs still: C could not hold a `%00`. */
typedef void (*ng_http_handler)(void *user, ng_http_request *request, const char *path);

/* Listens on 127.0.0.1; port 0 takes a free one. NULL with errno set if that cannot be had. */
ng_http_server *ng_http_start(uint16_t port, unsigned connections, ng_http_handler handler,
                              void *user);
uint16_t ng_http_port(ng_http_server *server);
/* Waits until no handler runs any more. */
void ng_http_stop(ng_http_server *server);

/* Values live until the answer; NULL if the request has none of that name. */
const char *ng_http_header(ng_http_request *request, const char *name);
const char *ng_http_argument(ng_http_request *request, const char *name);

/* Copies the bytes. Headers are names and values in turn, ended by NULL. */
void ng_http_answer(ng_http_request *request, unsigned status, const uint8_t *bytes, size_t length,
                    const char *const *headers);
