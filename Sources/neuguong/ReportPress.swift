import Campaigns
import Diagnostics
import Documents
import Print
import Synchronization

/// Prints reports as HTML, PDF and DOCX; one per worker, since a font set is not shared.
struct ReportPress {
  private let builder: ReportBuilder
  private let fonts: FontSet
  private let keys: [ReportKey]

  /// - Throws: `Stop` if the machine lacks a font.
  init(_ workspace: Workspace, keys: [ReportKey]) throws(Stop) {
    builder = ReportBuilder(
      directory: workspace.directory, assessor: workspace.assessor,
      templates: workspace.templates, date: workspace.reportDate)
    self.keys = keys
    do throws(PrintError) {
      fonts = try FontSet()
    } catch {
      throw Stop(exit: .machine, text: error.message)
    }
  }

  /// Makes one report and drops it: the first use of a fresh font set may differ from later ones
  /// when two threads make theirs at once (measured), so each worker warms up alone.
  func warmUp(_ lock: borrowing Mutex<Void>) throws(Stop) {
    guard let key = keys.first else { return }
    let failure: Stop? = lock.withLock { _ in
      var ignored = DiagnosticBag()
      do throws(Stop) {
        _ = try files(key, home: nil, into: &ignored)
        return nil
      } catch {
        return error
      }
    }
    if let failure { throw failure }
  }

  /// The files of one report; empty if its template failed.
  func files(
    _ key: ReportKey, home: String?, into bag: inout DiagnosticBag
  ) throws(Stop) -> [(path: String, bytes: [UInt8])] {
    guard let document = builder.document(key, into: &bag) else { return [] }
    let name = "\(key.period.id).pdf"
    do throws(PrintError) {
      let pdf = try PDFWriter(fonts: fonts).pdf(document, name: "\(key.path).pdf", into: &bag)
      let html = WebWriter(
        links: WebLinks(home: home, forms: pdf == nil ? [] : [("Tải bản PDF", name)])
      ).html(document)
      let docx = try WordWriter(fonts: fonts).docx(document)
      return [("\(key.path).docx", docx), ("\(key.path).html", html)]
        + (pdf.map { [("\(key.path).pdf", $0)] } ?? [])
    } catch {
      throw Stop(exit: .machine, text: error.message)
    }
  }
}
