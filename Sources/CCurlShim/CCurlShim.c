#define CURL_DISABLE_TYPECHECK
#include "CCurlShim.h"

#include <arpa/inet.h>
#include <curl/curl.h>
#include <dlfcn.h>
#include <netinet/in.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <unistd.h>

#define FUNCTION(name) __typeof__(&curl_##name) name

struct probe_session {
  void *library;
  FUNCTION(global_init);
  FUNCTION(easy_init);
  FUNCTION(easy_setopt);
  FUNCTION(easy_getinfo);
  FUNCTION(easy_cleanup);
  FUNCTION(multi_init);
  FUNCTION(multi_add_handle);
  FUNCTION(multi_remove_handle);
  FUNCTION(multi_perform);
  FUNCTION(multi_poll);
  FUNCTION(multi_info_read);
  FUNCTION(multi_cleanup);
  CURLM *multi;
  char *agent;
  char *next;
  long timeout;
  int allows_local;
};

struct request {
  int number;
  int allows_local;
  int was_private;
};

static int is_private_v4(uint32_t a) {
  return a >> 24 == 0 || a >> 24 == 10 || a >> 22 == (100u << 2 | 1) || a >> 24 == 127 ||
         a >> 16 == (169u << 8 | 254) || a >> 20 == (172u << 4 | 1) ||
         a >> 8 == (192u << 16) || a >> 8 == (192u << 16 | 2) || a >> 16 == (192u << 8 | 168) ||
         a >> 17 == (198u << 7 | 9) || a >> 28 >= 14;
}

static uint32_t four(const uint8_t *b) {
  return (uint32_t)b[0] << 24 | (uint32_t)b[1] << 16 | (uint32_t)b[2] << 8 | b[3];
}

static int is_private_v6(const uint8_t *b) {
  static const uint8_t zero[16] = {0};
  static const uint8_t nat64[12] = {0x00, 0x64, 0xFF, 0x9B};
  // ::, ::1, ::a.b.c.d and ::ffff:a.b.c.d
  if (memcmp(b, zero, 10) == 0) {
    if (b[10] == 0xFF && b[11] == 0xFF) return is_private_v4(four(b + 12));
    return 1;
  }
  if (memcmp(b, nat64, 12) == 0) return is_private_v4(four(b + 12));
  if (b[0] == 0x20 && b[1] == 0x02) return is_private_v4(four(b + 2));
  return (b[0] & 0xFE) == 0xFC || b[0] == 0xFF || (b[0] == 0xFE && b[1] >= 0x80);
}

static int is_private(const struct sockaddr *address) {
  if (address->sa_family == AF_INET) {
    return is_private_v4(ntohl(((const struct sockaddr_in *)address)->sin_addr.s_addr));
  }
  if (address->sa_family == AF_INET6) {
    return is_private_v6(((const struct sockaddr_in6 *)address)->sin6_addr.s6_addr);
  }
  return 1;
}

int probe_is_private(const char *address) {
  struct in_addr v4;
  struct in6_addr v6;
  if (inet_pton(AF_INET, address, &v4) == 1) return is_private_v4(ntohl(v4.s_addr));
  if (inet_pton(AF_INET6, address, &v6) == 1) return is_private_v6(v6.s6_addr);
  return 1;
}

// Asked with the address that the name turned out to be, so that no name can hide one.
static curl_socket_t open_socket(void *data, curlsocktype type, struct curl_sockaddr *address) {
  struct request *request = data;
  (void)type;
  if (!request->allows_local && is_private(&address->addr)) {
    request->was_private = 1;
    return CURL_SOCKET_BAD;
  }
  return socket(address->family, address->socktype | SOCK_CLOEXEC, address->protocol);
}

// The head tells all there is to know: the first piece of a body ends the request.
static size_t drop(char *bytes, size_t size, size_t count, void *data) {
  (void)bytes, (void)size, (void)count, (void)data;
  return 0;
}

#define LOAD(name)                                                    \
  if (!(session->name = (FUNCTION_TYPE(name))dlsym(session->library, "curl_" #name))) { \
    probe_close(session);                                             \
    return NULL;                                                      \
  }
#define FUNCTION_TYPE(name) __typeof__(&curl_##name)

probe_session *probe_open(const char *agent, long timeout, int allows_local) {
  probe_session *session = calloc(1, sizeof *session);
  if (!session) return NULL;
  session->library = dlopen("libcurl.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!session->library) session->library = dlopen("libcurl-gnutls.so.4", RTLD_NOW | RTLD_LOCAL);
  if (!session->library) {
    free(session);
    return NULL;
  }
  LOAD(global_init)
  LOAD(easy_init)
  LOAD(easy_setopt)
  LOAD(easy_getinfo)
  LOAD(easy_cleanup)
  LOAD(multi_init)
  LOAD(multi_add_handle)
  LOAD(multi_remove_handle)
  LOAD(multi_perform)
  LOAD(multi_poll)
  LOAD(multi_info_read)
  LOAD(multi_cleanup)
  session->agent = strdup(agent);
  session->timeout = timeout;
  session->allows_local = allows_local;
  if (session->global_init(CURL_GLOBAL_DEFAULT) == 0) session->multi = session->multi_init();
  if (!session->agent || !session->multi) {
    probe_close(session);
    return NULL;
  }
  return session;
}

int probe_start(probe_session *session, int number, const char *url, int is_head) {
  CURL *easy = session->easy_init();
  struct request *request = calloc(1, sizeof *request);
  if (!easy || !request) {
    if (easy) session->easy_cleanup(easy);
    free(request);
    return 0;
  }
  request->number = number;
  request->allows_local = session->allows_local;
  int failed = 0;
#define SET(option, value) failed |= session->easy_setopt(easy, option, value) != CURLE_OK
  SET(CURLOPT_URL, url);
  SET(CURLOPT_PROTOCOLS_STR, "http,https");
  SET(CURLOPT_USERAGENT, session->agent);
  SET(CURLOPT_TIMEOUT_MS, session->timeout);
  SET(CURLOPT_CONNECTTIMEOUT_MS, session->timeout);
  SET(CURLOPT_NOSIGNAL, 1L);
  // A proxy would be asked for addresses that we must not reach.
  SET(CURLOPT_PROXY, "");
  SET(CURLOPT_NETRC, (long)CURL_NETRC_IGNORED);
  SET(CURLOPT_OPENSOCKETFUNCTION, open_socket);
  SET(CURLOPT_OPENSOCKETDATA, request);
  SET(CURLOPT_WRITEFUNCTION, drop);
  SET(CURLOPT_PRIVATE, request);
  if (is_head) SET(CURLOPT_NOBODY, 1L);
#undef SET
  if (failed || session->multi_add_handle(session->multi, easy) != CURLM_OK) {
    session->easy_cleanup(easy);
    free(request);
    return 0;
  }
  return 1;
}

static int outcome(CURLcode code, int status, const struct request *request) {
  if (request->was_private && status == 0) return PROBE_PRIVATE;
  switch (code) {
    case CURLE_OK: return PROBE_ANSWERED;
    // Our own end of the body.
    case CURLE_WRITE_ERROR: return status > 0 ? PROBE_ANSWERED : PROBE_OTHER;
    case CURLE_COULDNT_RESOLVE_HOST: return PROBE_NO_NAME;
    case CURLE_COULDNT_CONNECT: return PROBE_NO_CONNECTION;
    case CURLE_OPERATION_TIMEDOUT: return PROBE_TIMEOUT;
    case CURLE_PEER_FAILED_VERIFICATION:
    case CURLE_SSL_CONNECT_ERROR: return PROBE_NO_TRUST;
    case CURLE_URL_MALFORMAT:
    case CURLE_UNSUPPORTED_PROTOCOL: return PROBE_BAD_ADDRESS;
    default: return PROBE_OTHER;
  }
}

int probe_wait(probe_session *session, int timeout, probe_answer *answer) {
  free(session->next);
  session->next = NULL;
  for (int round = 0; round < 2; round++) {
    int running = 0, left = 0;
    session->multi_perform(session->multi, &running);
    CURLMsg *message;
    while ((message = session->multi_info_read(session->multi, &left))) {
      if (message->msg != CURLMSG_DONE) continue;
      CURL *easy = message->easy_handle;
      CURLcode code = message->data.result;
      struct request *request = NULL;
      long status = 0;
      char *next = NULL;
      session->easy_getinfo(easy, CURLINFO_PRIVATE, &request);
      session->easy_getinfo(easy, CURLINFO_RESPONSE_CODE, &status);
      session->easy_getinfo(easy, CURLINFO_REDIRECT_URL, &next);
      if (next) session->next = strdup(next);
      answer->number = request->number;
      answer->status = (int)status;
      answer->outcome = outcome(code, (int)status, request);
      answer->next = session->next ? session->next : "";
      session->multi_remove_handle(session->multi, easy);
      session->easy_cleanup(easy);
      free(request);
      return 1;
    }
    if (round == 0) session->multi_poll(session->multi, NULL, 0, timeout, NULL);
  }
  return 0;
}

int probe_has_route(void) {
  int found = 0;
  int v4 = socket(AF_INET, SOCK_DGRAM | SOCK_CLOEXEC, 0);
  if (v4 >= 0) {
    struct sockaddr_in to = {.sin_family = AF_INET, .sin_port = htons(53)};
    to.sin_addr.s_addr = htonl(0x01010101);
    found = connect(v4, (struct sockaddr *)&to, sizeof to) == 0;
    close(v4);
  }
  return found;
}

void probe_close(probe_session *session) {
  if (!session) return;
  if (session->multi) session->multi_cleanup(session->multi);
  free(session->agent);
  free(session->next);
  // The library stays: it may have registered what runs at exit.
  free(session);
}
