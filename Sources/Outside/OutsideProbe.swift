import CCurlShim

/// Asks addresses outside the site whether they are still there; only when a person wants it.
///
/// Over libcurl, which the shim loads on the first call and not at the start of the program. The
/// program `curl` would do without a library, but only a function that is called with the address
/// of each connection can refuse those of the inner network, whatever name or redirect leads there.
package struct OutsideProbe {
  package struct Options: Sendable {
    /// Requests at the same time; never two to one host.
    package var parallel = 8
    /// For one request, in milliseconds.
    package var timeout = 15_000
    package var redirects = 5
    /// Loopback and private addresses may be asked.
    package var allowsLocal = false

    package init() {}
  }

  /// What is known of an address.
  package enum Finding: Sendable, Hashable {
    case fine
    /// Every redirect on the way was a permanent one.
    case moved(to: String)
    /// 404 or 410.
    case gone(status: Int)
    case noSuchHost
    case isPrivate
    case badAddress
    /// It may be there: a time-out, an error of the server, a refusal to programs.
    case unsure(Doubt)
  }

  package enum Doubt: Sendable, Hashable {
    case timeout, noConnection, noTrust, tooManyRedirects, other
    case status(Int)
  }

  private struct Job {
    var number: Int
    var url: String
    var isHead = true
    var hops = 0
    var isPermanent = true
  }

  private let options: Options
  private var waiting: [String: [Job]] = [:]
  /// Hosts with jobs waiting and none under way, in the order in which they became so.
  private var ready: [String] = []
  private var readyFrom = 0
  private var underWay: [Int: (job: Job, host: String)] = [:]
  private var findings: [Finding?]

  private init(count: Int, options: Options) {
    self.options = options
    findings = Array(repeating: nil, count: count)
  }

  /// Whether this machine has any way out; sends nothing.
  package static var hasRoute: Bool { probe_has_route() != 0 }

  /// Whether an address in numbers belongs to the machine itself or to an inner network.
  package static func isPrivate(_ address: String) -> Bool {
    unsafe address.withCString { unsafe probe_is_private($0) != 0 }
  }

  /// What is known of each address, each asked once; nil if libcurl is not on this machine.
  package static func ask(
    _ urls: [String], _ options: Options = Options(), progress: (Int) -> Void = { _ in }
  ) -> [Finding]? {
    let opened = unsafe "neuguong-link-check".withCString {
      unsafe probe_open($0, options.timeout, options.allowsLocal ? 1 : 0)
    }
    guard let session = unsafe opened else { return nil }
    defer { unsafe probe_close(session) }
    var probe = OutsideProbe(count: urls.count, options: options)
    for (i, url) in urls.enumerated() { probe.enqueue(Job(number: i, url: url)) }
    unsafe probe.run(session, progress)
    return probe.findings.map { $0 ?? .unsure(.other) }
  }

  private mutating func run(_ session: OpaquePointer, _ progress: (Int) -> Void) {
    var done = 0
    while true {
      unsafe start(session)
      if underWay.isEmpty { return }
      var answer = unsafe probe_answer()
      guard unsafe probe_wait(session, 500, &answer) != 0 else { continue }
      let next = unsafe String(cString: answer.next)
      let (number, outcome, status) = unsafe (answer.number, answer.outcome, answer.status)
      guard let (job, host) = underWay.removeValue(forKey: Int(number)) else { continue }
      if waiting[host]?.isEmpty == false { ready.append(host) }
      judge(job, outcome: Int(outcome), status: Int(status), next: next)
      if findings[job.number] != nil {
        done += 1
        progress(done)
      }
    }
  }

  private mutating func start(_ session: OpaquePointer) {
    while underWay.count < options.parallel, readyFrom < ready.count {
      let host = ready[readyFrom]
      readyFrom += 1
      guard var jobs = waiting[host], !jobs.isEmpty else { continue }
      let job = jobs.removeFirst()
      waiting[host] = jobs
      let isStarted = unsafe WebURL.ascii(job.url).withCString {
        unsafe probe_start(session, CInt(job.number), $0, job.isHead ? 1 : 0) != 0
      }
      if isStarted {
        underWay[job.number] = (job, host)
      } else {
        findings[job.number] = .badAddress
        if !jobs.isEmpty { ready.append(host) }
      }
    }
  }

  private mutating func enqueue(_ job: Job) {
    guard let host = WebURL.host(of: job.url) else {
      findings[job.number] = .badAddress
      return
    }
    let isFree = waiting[host, default: []].isEmpty && !underWay.values.contains { $0.host == host }
    waiting[host, default: []].append(job)
    if isFree { ready.append(host) }
  }

  private mutating func judge(_ job: Job, outcome: Int, status: Int, next: String) {
    let isAnswer = outcome == PROBE_ANSWERED
    if isAnswer, (300..<400).contains(status), !next.isEmpty {
      guard job.hops < options.redirects else {
        findings[job.number] = .unsure(.tooManyRedirects)
        return
      }
      enqueue(
        Job(
          number: job.number, url: next, hops: job.hops + 1,
          isPermanent: job.isPermanent && (status == 301 || status == 308)))
      return
    }
    if isAnswer, status < 400 {
      findings[job.number] = job.hops > 0 && job.isPermanent ? .moved(to: job.url) : .fine
      return
    }
    // Many servers know no HEAD and say so in their own way.
    if job.isHead, isAnswer || outcome == PROBE_OTHER {
      var again = job
      again.isHead = false
      enqueue(again)
      return
    }
    findings[job.number] = Self.finding(outcome, status)
  }

  private static func finding(_ outcome: Int, _ status: Int) -> Finding {
    switch outcome {
    case PROBE_ANSWERED:
      status == 404 || status == 410 ? .gone(status: status) : .unsure(.status(status))
    case PROBE_NO_NAME: .noSuchHost
    case PROBE_NO_CONNECTION: .unsure(.noConnection)
    case PROBE_TIMEOUT: .unsure(.timeout)
    case PROBE_NO_TRUST: .unsure(.noTrust)
    case PROBE_PRIVATE: .isPrivate
    case PROBE_BAD_ADDRESS: .badAddress
    default: .unsure(.other)
    }
  }
}
