import Markup

/// What the preview adds to pages: a script that waits for the next state, and what is wrong.
enum PreviewPage {
  /// The page with both at its end.
  static func watched(_ page: [UInt8], number: Int, state: PreviewState) -> [UInt8] {
    var extra = MarkupText()
    extra.raw("<link rel=\"stylesheet\" href=\"\(PreviewDesk.own)xem-truoc.css\">\n")
    if !state.problems.isEmpty {
      extra.raw("<details id=\"neuguong-xem-truoc\"\(state.isStale ? " open" : "")>")
      extra.element("summary", state.verdict)
      if state.isStale, state.file != nil {
        extra.element("p", "Trang bên dưới là bản trước khi có lỗi.")
      }
      extra.element("pre", state.problems)
      extra.raw("</details>\n")
    }
    extra.raw("<script src=\"\(PreviewDesk.own)xem-truoc.js\" data-so=\"\(number)\"></script>\n")
    let open = page.withoutLockedPolicy
    let end = open.lastPlace(of: Array("</body>".utf8)) ?? open.count
    return open[..<end] + extra.bytes + open[end...]
  }

  static let empty = Array(
    ("<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Chưa có gì để xem</title>"
      + "<body><h1>Chưa có gì để xem</h1><p>Nội dung chưa đọc được; sửa các lỗi dưới đây rồi lưu "
      + "lại.</p></body></html>").utf8)

  static let missing = Array(
    ("<!doctype html><html lang=\"vi\"><meta charset=\"utf-8\"><title>Không có trang này</title>"
      + "<body><h1>Không có trang này</h1><p><a href=\"/\">Trang chủ</a></p></body></html>").utf8)

  static let reload = Array("document.documentElement.dataset.doi='1';location.reload();\n".utf8)

  /// Waits by script elements: the policy of our pages allows scripts of the site and no other
  /// connection.
  static let script = Array(
    """
    (() => {
      const number = document.currentScript.dataset.so;
      const wait = () => {
        const next = document.createElement('script');
        next.src = `\(PreviewDesk.own)doi.js?sau=${number}&luc=${Date.now()}`;
        next.onload = () => {
          next.remove();
          if (!document.documentElement.dataset.doi) wait();
        };
        next.onerror = () => {
          next.remove();
          setTimeout(wait, 500);
        };
        document.head.append(next);
      };
      wait();
    })();

    """.utf8)

  static let style = Array(
    """
    #neuguong-xem-truoc {
      position: fixed; inset: auto 0 0 0; z-index: 9999; max-height: 60vh; overflow: auto;
      margin: 0; padding: 0.5rem 1rem; background: #3b0d0c; color: #fff;
      font: 0.875rem/1.5 ui-monospace, "DejaVu Sans Mono", monospace;
    }
    #neuguong-xem-truoc summary { cursor: pointer; font-weight: 700; color: #fff; }
    #neuguong-xem-truoc p { margin: 0.5rem 0; }
    #neuguong-xem-truoc pre {
      margin: 0.5rem 0; white-space: pre-wrap; overflow-wrap: anywhere; background: none; color: #fff;
    }
    @media print { #neuguong-xem-truoc { display: none; } }

    """.utf8)
}

extension [UInt8] {
  func lastPlace(of needle: [UInt8]) -> Int? {
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

  /// Without a policy that lets no script of the site run: such pages, reports above all, would
  /// never learn of a change.
  fileprivate var withoutLockedPolicy: [UInt8] {
    let head = Array("<meta http-equiv=\"Content-Security-Policy\"".utf8)
    guard let start = place(of: head, from: 0),
      let end = self[start...].firstIndex(of: UInt8(ascii: ">"))
    else { return self }
    let policy = String(decoding: self[start..<end], as: UTF8.self)
    return policy.contains("script-src 'self'") ? self : Array(self[..<start] + self[(end + 1)...])
  }
}
