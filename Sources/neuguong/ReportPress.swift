import Campaigns
import Diagnostics
import Digests
import Documents
import Print
import Site
import Synchronization
import Vietnamese

/// Prints reports in the forms asked for; one per worker, since a font set is not shared.
struct ReportPress {
  private let builder: ReportBuilder
  private let fonts: FontSet
  private let keys: [ReportKey]
  private let forms: [ReportForm]
  /// Address of the site, for the canonical links of pages on it.
  private let site: String?
  /// Address of the picture that stands for them where they are shared.
  private let card: String?

  /// - Parameters:
  ///   - site: nil for reports alone.
  ///   - fontFolder: nil for the fonts of the machine.
  /// - Throws: `Stop` if the machine lacks a font.
  init(
    _ workspace: Workspace, keys: [ReportKey], forms: [ReportForm], site: String?,
    fontFolder: String?
  ) throws(Stop) {
    self.forms = forms
    self.site = site
    card =
      workspace.directory.archive.settings.hasShareCards
      ? site.map { $0 + ShareCardPlan.common } : nil
    builder = ReportBuilder(
      directory: workspace.papers, assessor: workspace.paperAssessor,
      templates: workspace.templates, date: workspace.reportDate, images: workspace.images)
    self.keys = keys
    do throws(PrintError) {
      fonts = try FontSet(folder: fontFolder ?? FontSet.defaultFolder)
    } catch {
      throw Stop(exit: .machine, text: error.message)
    }
  }

  /// The fingerprint of the fonts that it prints with.
  var fontPrint: SHA256 { SHA256(of: fonts.bytes) }

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
    guard let document = document(key, into: &bag) else { return [] }
    return try files(of: document, key, home: home, into: &bag)
  }

  /// What a report says, before it takes any form; nil if its template failed.
  func document(_ key: ReportKey, into bag: inout DiagnosticBag) -> Document? {
    builder.document(key, into: &bag)
  }

  /// The forms of one report, and its sources.
  func files(
    of document: Document, _ key: ReportKey, home: String?, into bag: inout DiagnosticBag
  ) throws(Stop) -> [(path: String, bytes: [UInt8])] {
    var files: [(path: String, bytes: [UInt8])] = []
    do throws(PrintError) {
      for form in forms {
        let path = key.file(form)
        let bytes: [UInt8]? =
          switch form {
          case .pdf: try PDFWriter(fonts: fonts).pdf(document, name: path, into: &bag)
          case .docx: try WordWriter(fonts: fonts).docx(document)
          case .xlsx: try SheetWriter().xlsx(document, period: key.period.name)
          case .html: WebWriter(links: links(of: key, home: home, others: files)).html(document)
          }
        guard let bytes else { continue }
        files.append((path, bytes))
      }
    } catch {
      throw Stop(exit: .machine, text: error.message)
    }
    if !document.sources.isEmpty {
      files.append((key.sourcesFile, SourceListing().json(document)))
    }
    return files
  }

  /// Where the page leads to; the other forms lie beside it.
  private func links(
    of key: ReportKey, home: String?, others: [(path: String, bytes: [UInt8])]
  ) -> WebLinks {
    func beside(_ path: String) -> String {
      path.split(separator: "/").last.map(String.init) ?? path
    }
    return WebLinks(
      home: home,
      forms: others.map { file in
        let form = forms.first { key.file($0) == file.path }
        return (
          "Tải bản \(form?.name ?? ""), \(FileSize.text(file.bytes.count))", beside(file.path)
        )
      },
      sources: beside(key.sourcesFile),
      canonical: home == nil ? nil : site.map { $0 + key.file(.html) }, card: card)
  }
}
