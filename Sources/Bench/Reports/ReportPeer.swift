/// Another program that prints the sample reports.
struct ReportPeer {
  var name: String
  /// Name of its files: `3.html`, or `3.md`.
  var source: String
  var result: String
  /// The words that print a run of reports, from the first to before the last.
  var command: (_ from: Int, _ to: Int) -> [String]
  /// Whether one process can print many, as WeasyPrint and Typst do when called from Python.
  var isBatch: Bool

  /// A few lines of Python, for that is the language of both packages; they write down the CPU time
  /// of each report but for the first two, which only warm up.
  private static let script = """
    import sys, time
    kind, work, first, last = sys.argv[1:3] + [int(n) for n in sys.argv[3:]]
    if kind == 'weasyprint':
        from weasyprint import HTML
        from weasyprint.text.fonts import FontConfiguration
        fonts = FontConfiguration()
        def make(n):
            HTML(filename=f'{work}/{n}.html').write_pdf(
                f'{work}/{n}.weasyprint.pdf', font_config=fonts, pdf_variant='pdf/ua-1')
    else:
        import typst
        fonts = typst.Fonts(include_system_fonts=False, font_paths=['FONTS'])
        compiler = typst.Compiler(root=work, font_paths=fonts)
        def make(n):
            compiler.compile(
                f'{work}/{n}.typ', output=f'{work}/{n}.typst.pdf', pdf_standards='ua-1')
    start = time.process_time()
    for n in range(first, last):
        if n == first + 2: start = time.process_time()
        make(n)
    spent = time.process_time() - start
    open(f'{work}/{kind}-{first}.txt', 'w').write(str(spent / max(last - first - 2, 1)))

    """

  /// Those that the machine has.
  static func all(
    python: String, pandoc: String, fonts: String, work: String
  ) throws(BenchError) -> [ReportPeer] {
    var found: [ReportPeer] = []
    let script = Self.script.replacing("FONTS", with: fonts)
    try Files.write("\(work)/peer.py", script)
    for (kind, source) in [("typst", "typ"), ("weasyprint", "html")] {
      guard !python.isEmpty, (try? Cost.of([python, "-c", "import \(kind)"])) != nil else {
        print("\(kind): không có trên máy này, bỏ qua (pip install \(kind)).")
        continue
      }
      found.append(
        ReportPeer(
          name: kind, source: source, result: "\(kind).pdf",
          command: { [python, "\(work)/peer.py", kind, work, "\($0)", "\($1)"] }, isBatch: true))
    }
    if !pandoc.isEmpty, (try? Cost.of([pandoc, "--version"])) != nil {
      found.append(
        ReportPeer(
          name: "pandoc", source: "md", result: "docx",
          command: { first, _ in
            [
              pandoc, "\(work)/\(first).md", "--resource-path", work, "-o",
              "\(work)/\(first).docx",
            ]
          }, isBatch: false))
    } else {
      print("pandoc: không có trên máy này, bỏ qua (apt install pandoc).")
    }
    return found
  }

  /// CPU milliseconds for each report.
  func sample(_ first: Int, count: Int, work: String) throws(BenchError) -> [Double] {
    guard isBatch else {
      var spent: [Double] = []
      for number in first..<first + min(count, 5) {
        spent.append(try Cost.of(command(number, number + 1)).cpu * 1000)
      }
      return spent
    }
    _ = try Cost.of(command(first, first + count))
    let text = String(decoding: try Files.read("\(work)/\(name)-\(first).txt"), as: UTF8.self)
    guard let seconds = Double(text) else { throw BenchError("\(name) không cho kết quả") }
    return [seconds * 1000]
  }
}
