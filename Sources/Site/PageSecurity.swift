import Digests

/// What browsers are told about pages of the site before anything of them is shown.
enum PageSecurity {
  /// The Content-Security-Policy of every page.
  ///
  /// Only files of the site itself are loaded, no script or style within a page runs, no form goes
  /// elsewhere, nothing is embedded. It holds at the root of a host, below a path and for
  /// `file://`, where `'self'` means other files. Data as JSON-LD is no script to browsers.
  ///
  /// `frame-ancestors` is not in it: in a page it is ignored and complained of. Who wants it sends
  /// it as a header.
  ///
  /// - Parameter style: the text of the one style that the page itself carries, if it carries one.
  static func policy(style: [UInt8]? = nil) -> String {
    "default-src 'none'; base-uri 'none'; connect-src 'self'; font-src 'self'; form-action 'self'; "
      + "img-src 'self' data:; manifest-src 'self'; media-src 'self'; script-src 'self'; "
      + "style-src " + (style.map { "'sha256-\(SHA256(of: $0).base64)'" } ?? "'self'")
  }

  /// Other hosts do not learn which page a reader came from.
  static let referrer = "same-origin"
}
