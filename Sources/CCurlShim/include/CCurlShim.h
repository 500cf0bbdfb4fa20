// A few requests over libcurl, which is loaded only when the first is made: programs that ask no
// outside address neither link it nor wait for it.
#pragma once

typedef struct probe_session probe_session;

/// What came of a request.
enum {
  PROBE_ANSWERED = 0,
  PROBE_NO_NAME = 1,
  PROBE_NO_CONNECTION = 2,
  PROBE_TIMEOUT = 3,
  PROBE_NO_TRUST = 4,
  PROBE_PRIVATE = 5,
  PROBE_BAD_ADDRESS = 6,
  PROBE_OTHER = 7
};

typedef struct {
  int number;
  int outcome;
  int status;
  /// Where the answer sends on to, as an absolute address; empty if nowhere. Lives until the next
  /// call of probe_wait.
  const char *next;
} probe_answer;

/// Null if libcurl is not on this machine. All times in milliseconds.
probe_session *probe_open(const char *agent, long timeout, int allows_local);

/// Begins a request (HEAD, else GET whose body is thrown away); 0 if it could not begin.
int probe_start(probe_session *session, int number, const char *url, int is_head);

/// Waits for one answer, at most `timeout`; 1 if there is one.
int probe_wait(probe_session *session, int timeout, probe_answer *answer);

/// Whether this machine has any way out; sends nothing.
int probe_has_route(void);

/// Whether an address written in numbers is one that requests are not let go to.
int probe_is_private(const char *address);

void probe_close(probe_session *session);
