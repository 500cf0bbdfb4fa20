#include "CHTTPShim.h"

#include <arpa/inet.h>
#include <errno.h>
#include <microhttpd.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>

struct ng_http_server {
  struct MHD_Daemon *daemon;
  ng_http_handler handler;
  void *user;
};

struct ng_http_request {
  struct MHD_Connection *connection;
  enum MHD_Result result;
};

static enum MHD_Result answer(struct MHD_Connection *connection, unsigned status,
                              const uint8_t *bytes, size_t length, const char *const *headers) {
  struct MHD_Response *response =
      MHD_create_response_from_buffer(length, (void *)bytes, MHD_RESPMEM_MUST_COPY);
  if (!response) return MHD_NO;
  for (; headers && headers[0] && headers[1]; headers += 2)
    MHD_add_response_header(response, headers[0], headers[1]);
  enum MHD_Result result = MHD_queue_response(connection, status, response);
  MHD_destroy_response(response);
  return result;
}

static enum MHD_Result handle(void *user, struct MHD_Connection *connection, const char *path,
                              const char *method, const char *version, const char *upload,
                              size_t *upload_size, void **state) {
  (void)version;
  (void)upload;
  static int seen;
  ng_http_server *server = user;
  if (!*state) {
    /* The first call comes before the body; a body is read and thrown away. */
    *state = &seen;
    return MHD_YES;
  }
  if (*upload_size) {
    *upload_size = 0;
    return MHD_YES;
  }
  if (strcmp(method, "GET") != 0 && strcmp(method, "HEAD") != 0) {
    static const char *const allow[] = {"Allow", "GET, HEAD", NULL};
    return answer(connection, MHD_HTTP_METHOD_NOT_ALLOWED, (const uint8_t *)"", 0, allow);
  }
  ng_http_request request = {connection, MHD_NO};
  server->handler(server->user, &request, path);
  return request.result;
}

/* Leaves percent signs as they are. */
static size_t keep(void *user, struct MHD_Connection *connection, char *text) {
  (void)user;
  (void)connection;
  return strlen(text);
}

ng_http_server *ng_http_start(uint16_t port, unsigned connections, ng_http_handler handler,
                              void *user) {
  ng_http_server *server = malloc(sizeof *server);
  if (!server) return NULL;
  server->handler = handler;
  server->user = user;
  struct sockaddr_in address = {.sin_family = AF_INET, .sin_port = htons(port)};
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  errno = 0;
  server->daemon = MHD_start_daemon(
      MHD_USE_INTERNAL_POLLING_THREAD | MHD_USE_THREAD_PER_CONNECTION | MHD_USE_POLL, port, NULL,
      NULL, handle, server, MHD_OPTION_SOCK_ADDR, (struct sockaddr *)&address,
      MHD_OPTION_CONNECTION_LIMIT, connections, MHD_OPTION_CONNECTION_TIMEOUT, 60u,
      MHD_OPTION_UNESCAPE_CALLBACK, keep, NULL, MHD_OPTION_END);
  if (!server->daemon) {
    int code = errno;
    free(server);
    errno = code;
    return NULL;
  }
  return server;
}

uint16_t ng_http_port(ng_http_server *server) {
  const union MHD_DaemonInfo *info = MHD_get_daemon_info(server->daemon, MHD_DAEMON_INFO_BIND_PORT);
  return info ? info->port : 0;
}

void ng_http_stop(ng_http_server *server) {
  MHD_stop_daemon(server->daemon);
  free(server);
}

const char *ng_http_header(ng_http_request *request, const char *name) {
  return MHD_lookup_connection_value(request->connection, MHD_HEADER_KIND, name);
}

const char *ng_http_argument(ng_http_request *request, const char *name) {
  return MHD_lookup_connection_value(request->connection, MHD_GET_ARGUMENT_KIND, name);
}

void ng_http_answer(ng_http_request *request, unsigned status, const uint8_t *bytes, size_t length,
                    const char *const *headers) {
  request->result = answer(request->connection, status, bytes, length, headers);
}
