package import Diagnostics

/// The whole output as values, for small outputs and for bundles.
package struct OutputTree: Sendable {
  package private(set) var files: [OutputFile] = []

  package init() {}

  package mutating func add(_ file: OutputFile) { files.append(file) }

  /// Tells every path that cannot be written: unsafe, made twice, or both a file and a folder.
  package func check(into bag: inout DiagnosticBag) {
    var register = PathRegister()
    for file in files { _ = register.add(file.path, origin: file.origin) }
    register.report(into: &bag)
  }
}

/// All paths of one output and the quarrels between them.
///
/// It takes paths in any order and from any worker; what it reports does not depend on the order.
struct PathRegister: Sendable {
  /// What the caller may do with the path just added.
  enum Answer: Sendable {
    /// Write it; the number of folders of its path, innermost first, that no file named before.
    case fresh(newFolders: Int)
    /// Do not write it: it is unsafe or quarrels with another, and `report` will say so.
    case refused
  }

  private struct Entry: Sendable {
    var path: String
    var origin: String
  }

  private var entries: [Entry] = []
  private var files: Set<String> = []
  private var folders: Set<String> = []
  private(set) var hasProblems = false

  /// Room for as many paths as the last output had, so that the sets do not grow step by step.
  init(expecting count: Int = 0) {
    files.reserveCapacity(count)
    entries.reserveCapacity(count)
  }

  mutating func add(_ path: String, origin: String) -> Answer {
    entries.append(Entry(path: path, origin: origin))
    if OutputPath.fault(in: path) != nil { return refuse() }
    let folded = OutputPath.folded(path)
    if folded == OutputPath.marker || folders.contains(folded) { return refuse() }
    if !files.insert(folded).inserted { return refuse() }
    var folder = OutputPath.folder(of: folded)
    var newFolders = 0
    while !folder.isEmpty {
      let name = String(folder)
      if !folders.insert(name).inserted { break }
      newFolders += 1
      if files.contains(name) { return refuse() }
      folder = OutputPath.folder(of: name)
    }
    return .fresh(newFolders: newFolders)
  }

  private mutating func refuse() -> Answer {
    hasProblems = true
    return .refused
  }

  var paths: [String] { entries.map(\.path) }

  /// Adds every quarrel to `bag`, by path.
  func report(into bag: inout DiagnosticBag) {
    guard hasProblems else { return }
    let sorted = entries.sorted {
      $0.path.utf8.elementsEqual($1.path.utf8)
        ? $0.origin.utf8.lexicographicallyPrecedes($1.origin.utf8)
        : $0.path.utf8.lexicographicallyPrecedes($1.path.utf8)
    }
    var groups: [String: [Entry]] = [:]
    var order: [String] = []
    for entry in sorted {
      if let fault = OutputPath.fault(in: entry.path) {
        bag.error(
          "publish.unsafe-path", at: nil, "Không thể ghi tệp “\(entry.path)”: \(fault).",
          help: "Hãy đổi tên nguồn đã tạo ra tệp này.",
          notes: [Diagnostic.Note("do \(entry.origin) tạo ra")])
        continue
      }
      let folded = OutputPath.folded(entry.path)
      if folded == OutputPath.marker {
        bag.error(
          "publish.unsafe-path", at: nil,
          "Không thể ghi tệp “\(entry.path)”: tên này dành riêng cho chương trình.",
          help: "Hãy đổi tên nguồn đã tạo ra tệp này.",
          notes: [Diagnostic.Note("do \(entry.origin) tạo ra")])
        continue
      }
      if groups[folded] == nil { order.append(folded) }
      groups[folded, default: []].append(entry)
    }
    for name in order {
      guard let group = groups[name], let first = group.first else { continue }
      if group.count > 1 { reportCollision(group, first, into: &bag) }
    }
    reportFolders(order, groups, into: &bag)
  }

  private func reportCollision(_ group: [Entry], _ first: Entry, into bag: inout DiagnosticBag) {
    let caseOnly = group.contains { $0.path != first.path }
    bag.error(
      "publish.collision", at: nil,
      caseOnly
        ? "Nhiều nguồn cùng tạo ra tệp “\(first.path)” (chỉ khác nhau chữ hoa, chữ thường)."
        : "Nhiều nguồn cùng tạo ra tệp “\(first.path)”.",
      help: "Mỗi trang cần một địa chỉ riêng; hãy đổi tên hoặc mã của các nguồn dưới đây.",
      notes: group.map { Diagnostic.Note("“\($0.path)” do \($0.origin) tạo ra") })
  }

  /// Tells of each file whose path is also the folder of another file.
  private func reportFolders(
    _ order: [String], _ groups: [String: [Entry]], into bag: inout DiagnosticBag
  ) {
    var told: Set<String> = []
    for name in order {
      var folder = OutputPath.folder(of: name)
      while !folder.isEmpty {
        let key = String(folder)
        if let file = groups[key]?.first, let child = groups[name]?.first,
          told.insert(key).inserted
        {
          bag.error(
            "publish.collision", at: nil,
            "“\(file.path)” vừa là tệp vừa là thư mục.",
            help: "Hãy đổi tên hoặc mã của một trong hai nguồn dưới đây.",
            notes: [
              Diagnostic.Note("tệp “\(file.path)” do \(file.origin) tạo ra"),
              Diagnostic.Note("tệp “\(child.path)” do \(child.origin) tạo ra"),
            ])
        }
        folder = OutputPath.folder(of: key)
      }
    }
  }
}
