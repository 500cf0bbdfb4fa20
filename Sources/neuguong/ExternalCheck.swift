import Campaigns
import Diagnostics
import Outside
import Site
import Terminal

/// `check --external`: the addresses outside the site that the content names.
enum ExternalCheck {
  static let option = Option(
    name: "external",
    help: "thử cả các liên kết ra ngoài (cần mạng; mỗi địa chỉ một lần, mỗi máy chủ một lúc một)")
  static let localOption = Option(
    name: "external-local",
    help: "cùng --external: thử cả địa chỉ của máy này và của mạng nội bộ")

  static func run(_ archive: Archive, allowsLocal: Bool, _ console: Console) -> DiagnosticBag {
    var bag = DiagnosticBag()
    let links = OutsideLinks(archive).links
    if links.isEmpty { return bag }
    guard allowsLocal || OutsideProbe.hasRoute else {
      bag.add(offline(links.count))
      return bag
    }
    var options = OutsideProbe.Options()
    options.allowsLocal = allowsLocal
    var progress = Progress(links.count, of: "địa chỉ ngoài", now: Clock.seconds())
    let found = OutsideProbe.ask(links.map(\.url), options) { done in
      if let line = progress.line(done: done, now: Clock.seconds()) { console.progress(line) }
    }
    console.endProgress()
    guard let found else {
      bag.add(
        Diagnostic(
          "link.no-curl", .warning, at: nil,
          "Máy này không có libcurl nên không thử được liên kết.",
          help: "Cài gói libcurl4."))
      return bag
    }
    // Not one name known among several: it is this machine that has no way out.
    if links.count > 2, found.allSatisfy({ $0 == .noSuchHost || $0 == .unsure(.noConnection) }) {
      bag.add(offline(links.count))
      return bag
    }
    for (link, finding) in zip(links, found) {
      guard let problem = problem(finding, link) else { continue }
      bag.add(problem)
    }
    return bag
  }

  private static func offline(_ count: Int) -> Diagnostic {
    Diagnostic(
      "link.offline", .warning, at: nil,
      "Không có mạng nên không thử được \(count) địa chỉ ngoài.",
      help: "Nối mạng rồi chạy lại; mọi kiểm tra khác đã xong.")
  }

  private static func problem(_ finding: OutsideProbe.Finding, _ link: OutsideLinks.Link)
    -> Diagnostic?
  {
    let url = link.url
    let told: (id: String, severity: Diagnostic.Severity, summary: String, help: String?)
    switch finding {
    case .fine: return nil
    case .moved(let next):
      told = (
        "link.moved", .note, "“\(url)” đã chuyển hẳn sang “\(next)”.", "Sửa thành địa chỉ mới."
      )
    case .gone(let status):
      told = (
        "link.gone", .warning, "“\(url)” không còn (mã \(status)).",
        "Tìm địa chỉ mới, hoặc bỏ liên kết."
      )
    case .noSuchHost:
      told = (
        "link.no-host", .warning, "Không tìm thấy máy chủ của “\(url)”.",
        "Xem lại tên miền; có thể trang đã đóng."
      )
    case .isPrivate:
      told = (
        "link.private", .warning, "“\(url)” là địa chỉ của mạng nội bộ nên không thử.",
        "Người đọc ở ngoài không mở được; muốn thử thì thêm --external-local."
      )
    case .badAddress:
      told = ("link.bad-address", .warning, "“\(url)” không phải một địa chỉ web.", nil)
    case .unsure(let doubt):
      told = ("link.unsure", .note, "Chưa rõ “\(url)” còn hay không: \(words(doubt)).", nil)
    }
    return Diagnostic(
      told.id, told.severity, at: link.places.first, told.summary, help: told.help,
      notes: link.places.dropFirst().map { Diagnostic.Note("Cũng ở đây.", at: $0) })
  }

  private static func words(_ doubt: OutsideProbe.Doubt) -> String {
    switch doubt {
    case .timeout: "máy chủ không trả lời kịp"
    case .noConnection: "không nối được với máy chủ"
    case .noTrust: "chứng thư bảo mật của máy chủ không được tin cậy"
    case .tooManyRedirects: "chuyển tiếp quá nhiều lần"
    case .other: "trả lời không đọc được"
    case .status(let status): "máy chủ trả lời mã \(status)"
    }
  }
}
