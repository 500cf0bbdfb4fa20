import Glibc

/// A value that threads change, and that others wait for: what a mutex of the library alone cannot
/// do, and what a thread of the server, which is nobody's task, may do.
@safe final class Noticeboard<Value: Sendable>: @unchecked Sendable {
  // Guarded by the mutex.
  private var value: Value
  private let mutex = UnsafeMutablePointer<pthread_mutex_t>.allocate(capacity: 1)
  private let changed = UnsafeMutablePointer<pthread_cond_t>.allocate(capacity: 1)

  init(_ value: Value) {
    self.value = value
    unsafe pthread_mutex_init(mutex, nil)
    var attributes = pthread_condattr_t()
    unsafe pthread_condattr_init(&attributes)
    unsafe pthread_condattr_setclock(&attributes, CLOCK_MONOTONIC)
    unsafe pthread_cond_init(changed, &attributes)
    unsafe pthread_condattr_destroy(&attributes)
  }

  deinit {
    unsafe pthread_cond_destroy(changed)
    unsafe pthread_mutex_destroy(mutex)
    unsafe changed.deallocate()
    unsafe mutex.deallocate()
  }

  func read() -> Value {
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    return value
  }

  func change(_ edit: (inout Value) -> Void) {
    unsafe pthread_mutex_lock(mutex)
    // What was may be large: nobody waits until it is taken apart.
    let before = value
    edit(&value)
    unsafe pthread_mutex_unlock(mutex)
    unsafe pthread_cond_broadcast(changed)
    withExtendedLifetime(before) {}
  }

  /// Waits until the value is as wanted, or so many seconds have passed.
  func wait(upTo seconds: Int, until isWanted: (Value) -> Bool) -> Value {
    var end = timespec()
    unsafe clock_gettime(CLOCK_MONOTONIC, &end)
    end.tv_sec += seconds
    unsafe pthread_mutex_lock(mutex)
    defer { unsafe pthread_mutex_unlock(mutex) }
    while !isWanted(value) {
      if unsafe pthread_cond_timedwait(changed, mutex, &end) != 0 { break }
    }
    return value
  }
}
