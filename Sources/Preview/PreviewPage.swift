import Diagnostics
import Markup

/// What the preview adds to pages: a script that waits for changes, and what is wrong.
enum PreviewPage {
  /// The page with both at its end.
  static func watched(_ file: PreviewFile, _ notice: PreviewDesk.Notice) -> [UInt8] {
    let state = notice.state
    var extra = MarkupText()
    extra.raw("<link rel=\"stylesheet\" href=\"\(PreviewDesk.own)xem-truoc.css\">\n")
    let panel = state.panel.html(of: condition(file, state))
    extra.raw(String(decoding: panel, as: UTF8.self))
    extra.raw(
      "<script src=\"\(PreviewDesk.own)xem-truoc.js\" data-so=\"\(notice.number)\" "
        + "data-dau=\"\(stamp(file, look: state.look))\"></script>\n")
    let open = file.bytes.withoutLockedPolicy
    let end = open.lastPlace(of: Array("</body>".utf8)) ?? open.count
    return open[..<end] + extra.bytes + open[end...]
  }

  /// Tells whether a page would look as it does; for this process alone.
  static func stamp(_ file: PreviewFile, look: Int) -> String {
    var hasher = Hasher()
    hasher.combine(file.bytes)
    hasher.combine(look)
    return String(UInt(bitPattern: hasher.finalize()), radix: 36)
  }

  /// What a page that is open is told to put the panel of the notice on it.
  static func news(_ file: PreviewFile, _ notice: PreviewDesk.Notice) -> [UInt8] {
    let panel = notice.state.panel.html(of: condition(file, notice.state))
    let html = JSONText.quoted(String(decoding: panel, as: UTF8.self))
    return Array("{\"number\":\(notice.number),\"html\":\(html)}".utf8)
  }

  static let reload = Array("{\"reload\":true}".utf8)

  private static func condition(
    _ file: PreviewFile, _ state: PreviewState
  ) -> PreviewFile.Condition {
    state.isStale && file.condition == .fresh ? .old : file.condition
  }

  static let empty = words(
    "Chưa có gì để xem", "<p>Nội dung chưa đọc được; sửa các lỗi dưới đây rồi lưu lại.</p>")
  static let reading = words("Đang đọc nội dung", "<p>Trang tự mở khi đọc xong.</p>")
  static let failed = words(
    "Trang này chưa tạo được", "<p>Sửa các lỗi dưới đây rồi lưu lại.</p>")
  static let missing = words("Không có trang này", "<p><a href=\"/\">Trang chủ</a></p>")

  private static func words(_ title: String, _ text: String) -> [UInt8] {
    Array(
      ("<!doctype html><html lang=\"vi\"><head><meta charset=\"utf-8\">"
        + "<meta name=\"viewport\" content=\"width=device-width\"><title>\(title)</title></head>"
        + "<body><h1>\(title)</h1>\(text)</body></html>").utf8)
  }

  /// A page in the background waits with its question, for a browser has few connections to a host.
  static let script = Array(
    """
    (async () => {
      const own = document.currentScript;
      const panel = () => document.getElementById('\(PreviewPanel.id)');
      const inFrame = window !== window.top;
      let number = own.dataset.so;
      const show = (html) => {
        // A frame in a page has nothing to say beside the page.
        if (inFrame) return;
        const wasOpen = panel()?.open;
        panel()?.remove();
        own.insertAdjacentHTML('beforebegin', html);
        if (wasOpen && panel()) panel().open = true;
      };
      if (inFrame) panel()?.remove();
      for (;;) {
        while (document.hidden) {
          await new Promise((done) => {
            document.addEventListener('visibilitychange', done, { once: true });
          });
        }
        const page = location.pathname.replaceAll('&', '%26');
        try {
          const answer = await fetch(
            `\(PreviewDesk.own)doi.json?sau=${number}&trang=${page}&dau=${own.dataset.dau}`,
            { cache: 'no-store' });
          if (!answer.ok) throw answer.status;
          if (answer.status === 204) continue;
          const news = await answer.json();
          if (news.reload) return location.reload();
          number = news.number;
          show(news.html);
        } catch {
          // The program was stopped; it may be started again.
          await new Promise((done) => setTimeout(done, 500));
        }
      }
    })();

    """.utf8)

  static let style = Array(
    """
    #neuguong-xem-truoc {
      position: sticky; bottom: 0; z-index: 9999; max-height: 60vh; overflow: auto;
      box-sizing: border-box; width: 100%; margin: 0; padding: 0 max(1rem, calc((100% - 68rem) / 2));
      border: 0; border-top: 3px solid #ffb4a8;
      border-radius: 0; background: #3b0d0c; color: #fff; color-scheme: dark;
      font: 1rem/1.5 system-ui, sans-serif; text-align: start;
    }
    #neuguong-xem-truoc summary { padding: 0.5rem 0; cursor: pointer; font-weight: 700; color: #fff; }
    #neuguong-xem-truoc summary:focus-visible { outline: 3px solid #fff; outline-offset: -3px; }
    #neuguong-xem-truoc ul { margin: 0; padding: 0; list-style: none; }
    #neuguong-xem-truoc li { margin: 0; padding: 0.5rem 0; border-top: 1px solid #8a4a45; }
    #neuguong-xem-truoc p { margin: 0.25rem 0; max-width: none; color: #fff; overflow-wrap: anywhere; }
    #neuguong-xem-truoc strong { color: #ffb4a8; }
    #neuguong-xem-truoc .canh-bao { color: #ffd27a; }
    #neuguong-xem-truoc pre {
      margin: 0.25rem 0; padding: 0.25rem 0.5rem; border: 0; border-radius: 4px; overflow: auto;
      white-space: pre-wrap; overflow-wrap: anywhere; background: #1f0504; color: #fff;
      font: 0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace;
    }
    #neuguong-xem-truoc mark { background: none; color: #ffb4a8; text-decoration: underline wavy; }
    @media print { #neuguong-xem-truoc { display: none; } }

    """.utf8)
}

extension [UInt8] {
  fileprivate func lastPlace(of needle: [UInt8]) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    return (0...(count - needle.count)).last {
      self[$0] == first && self[$0...].starts(with: needle)
    }
  }

  private func place(of needle: [UInt8], from start: Int) -> Int? {
    guard let first = needle.first else { return nil }
    var start = start
    while let hit = self[start...].firstIndex(of: first) {
      if self[hit...].starts(with: needle) { return hit }
      start = hit + 1
    }
    return nil
  }

  /// Without a policy that lets no script or style of the site in, or no question out: such pages,
  /// reports above all, would never learn of a change.
  fileprivate var withoutLockedPolicy: [UInt8] {
    let head = Array("<meta http-equiv=\"Content-Security-Policy\"".utf8)
    guard let start = place(of: head, from: 0),
      let end = self[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return self }
    let policy = String(decoding: self[start..<end], as: UTF8.self)
    let isOpen = ["script", "style", "connect"].allSatisfy { policy.contains("\($0)-src 'self'") }
    return isOpen ? self : Array(self[..<start] + self[(end + 1)...])
  }
}
