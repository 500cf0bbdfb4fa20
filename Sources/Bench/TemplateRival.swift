import Glibc

/// MiniJinja from PyPI on the same page: a native engine that many know, called as its users do.
///
/// It is measured by a few lines of Python, for that is the package's language; they lie here and
/// not in a file of their own, so that they are found wherever the bench's program is.
struct TemplateRival {
  var python: String
  var page: TemplatePage
  var work: String

  private static let script = """
    import json, sys, time, minijinja
    page, work = sys.argv[1:]
    def text(name): return open(f'{page}/templates/{name}.jinja.html', encoding='utf-8').read()
    data = json.load(open(f'{page}/data.json', encoding='utf-8'))
    engine = minijinja.Environment(
        templates={'list.html': text('list'), 'byline.html': text('byline')},
        keep_trailing_newline=True)
    def sample(seconds):
        start, count = time.process_time(), 0
        while True:
            out, count = engine.render_template('list.html', **data), count + 1
            spent = time.process_time() - start
            if spent >= seconds: return count / spent, out
    sample(0.25)
    speed, out = sample(1)
    open(f'{work}/speed.txt', 'w').write(str(speed))
    open(f'{work}/page.html', 'w', encoding='utf-8').write(out)

    """

  func prepare() throws(BenchError) {
    try Files.makeFolder(work)
    try Files.write("\(work)/rival.py", Self.script)
  }

  /// Renderings in a second of CPU time.
  func sample() throws(BenchError) -> Double {
    _ = try Cost.of([python, "\(work)/rival.py", page.folder, work])
    let text = String(decoding: try Files.read("\(work)/speed.txt"), as: UTF8.self)
    guard let speed = Double(text) else { throw BenchError("minijinja không cho kết quả") }
    return speed
  }

  /// Whether it wrote the same page but for white space and the spelling of escapes.
  func gives(_ page: [UInt8]) throws(BenchError) -> Bool {
    Self.plain(page) == Self.plain(try Files.read("\(work)/page.html"))
  }

  private static func plain(_ bytes: [UInt8]) -> String {
    var text = String(decoding: bytes, as: UTF8.self)
    for (spelling, usual) in [
      ("&#34;", "&quot;"), ("&#x27;", "&#39;"), ("&#x2f;", "/"), ("&#x2F;", "/"),
    ] {
      text = text.replacing(spelling, with: usual)
    }
    return text.split(whereSeparator: \.isWhitespace).joined(separator: " ")
  }
}
