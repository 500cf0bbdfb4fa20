import Diagnostics
import Documents
import Drawing
import Markdown
import Print
import Synchronization

/// Our own printing of the sample reports: from Markdown to the bytes of a file.
struct SamplePress: ~Copyable {
  enum Form: CaseIterable { case pdf, docx }

  /// What a report starts from.
  struct Source: Sendable {
    var markdown: [UInt8]
    var frame: Frame

    init(_ report: SampleReport) {
      markdown = Array(report.markdown.utf8)
      frame = report.frame
    }
  }

  private let fonts: FontSet

  init() throws(BenchError) {
    do throws(PrintError) {
      fonts = try FontSet()
    } catch { throw BenchError(error.message) }
  }

  func file(_ source: Source, _ form: Form) throws(BenchError) -> [UInt8] {
    var bag = DiagnosticBag()
    let markdown = MarkdownParser().parse(source.markdown[...], file: "mau.md", into: &bag)
    let parts = DocumentComposer.compose(markdown)
    let document = Document(
      frame: source.frame, body: parts.body, appendices: parts.appendices, notes: parts.notes,
      title: source.frame.subject)
    let bytes: [UInt8]?
    do throws(PrintError) {
      switch form {
      case .pdf: bytes = try PDFWriter(fonts: fonts).pdf(document, name: "mau.pdf", into: &bag)
      case .docx: bytes = try WordWriter(fonts: fonts).docx(document)
      }
    } catch { throw BenchError(error.message) }
    guard let bytes else { throw BenchError("mau.pdf: \(bag.sorted.map(\.summary))") }
    return bytes
  }

  func picture(_ drawing: Drawing) throws(BenchError) -> [UInt8] {
    do throws(PrintError) {
      return try DrawingRaster(fonts: fonts).png(drawing)
    } catch { throw BenchError(error.message) }
  }

  /// CPU seconds for each report, one after the other for so long.
  func sample(
    _ sources: [Source], from first: Int, _ form: Form, seconds: Double
  ) throws(BenchError) -> Double {
    let start = Clock.processor
    var count = 0
    while true {
      _ = try file(sources[(first + count) % sources.count], form)
      count += 1
      let spent = Clock.processor - start
      if spent >= seconds { return spent / Double(count) }
    }
  }

  /// Seconds of the clock for all reports, with a press for each worker as `build` has them.
  static func all(
    _ sources: [Source], _ form: Form, workers: Int
  ) async throws(BenchError) -> Double {
    let turn = Turn()
    let start = Clock.wall
    let problems = await withTaskGroup(of: BenchError?.self) { group in
      for _ in 0..<workers {
        group.addTask {
          do throws(BenchError) {
            try turn.work(sources, form)
            return nil
          } catch {
            return error
          }
        }
      }
      var found: [BenchError] = []
      for await problem in group { if let problem { found.append(problem) } }
      return found
    }
    if let problem = problems.first { throw problem }
    return Clock.wall - start
  }

  /// What the workers share: which report is next, and whose turn it is to warm fonts up.
  private final class Turn: Sendable {
    private let next = Atomic<Int>(0)
    private let warming = Mutex<Void>(())

    func work(_ sources: [Source], _ form: Form) throws(BenchError) {
      let press = try SamplePress()
      let first = warming.withLock { _ in
        Result { () throws(BenchError) in
          try press.file(sources[0], form)
        }
      }
      _ = try first.get()
      while true {
        let index = next.wrappingAdd(1, ordering: .relaxed).oldValue
        guard index < sources.count else { return }
        _ = try press.file(sources[index], form)
      }
    }
  }
}
