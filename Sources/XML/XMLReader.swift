import CExpat

/// What is told of an XML document while it is read, tag by tag.
///
/// Names come without their namespaces: the formats read here never use one local name twice.
package protocol XMLListener: AnyObject {
  func start(_ name: String, _ attributes: XMLAttributes)
  /// - Parameter text: the characters since the last tag, in UTF-8.
  func end(_ name: String, text: [UInt8])
}

/// The attributes of the tag being read; not to be kept.
@safe package struct XMLAttributes {
  private let pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?

  fileprivate init(_ pairs: UnsafeMutablePointer<UnsafePointer<CChar>?>?) {
    unsafe self.pairs = pairs
  }

  package subscript(name: String) -> String? {
    guard var next = unsafe pairs else { return nil }
    while let key = unsafe next[0], let value = unsafe next[1] {
      if unsafe localName(key) == name { return unsafe String(cString: value) }
      unsafe next += 2
    }
    return nil
  }
}

/// Why a document could not be read.
package struct XMLFault: Error, Sendable {
  package var line: Int
  package var column: Int
  package var message: String
}

/// Reads documents by Expat; those with a document type are refused, for nothing that we read has
/// one, and entities of their own are a way to exhaust a machine.
package enum XMLReader {
  package static func read(
    _ bytes: [UInt8], telling listener: any XMLListener
  ) throws(XMLFault) {
    // 0x1F cannot stand in a name, so it parts the namespace from it.
    guard let parser = unsafe XML_ParserCreateNS(nil, XML_Char(separator)) else {
      throw XMLFault(line: 0, column: 0, message: "không đủ bộ nhớ")
    }
    defer { unsafe XML_ParserFree(parser) }
    let run = unsafe Run(listener: listener, parser: parser)
    try withExtendedLifetime(run) { () throws(XMLFault) in
      unsafe XML_SetUserData(parser, Unmanaged.passUnretained(run).toOpaque())
      unsafe XML_SetElementHandler(
        parser,
        { user, name, attributes in
          guard let name = unsafe name else { return }
          unsafe Run.of(user)?.start(name, attributes)
        },
        { user, name in
          guard let name = unsafe name else { return }
          unsafe Run.of(user)?.end(name)
        })
      unsafe XML_SetCharacterDataHandler(parser) { user, start, count in
        unsafe Run.of(user)?.add(UnsafeBufferPointer(start: start, count: Int(count)))
      }
      unsafe XML_SetStartDoctypeDeclHandler(parser) { user, _, _, _, _ in
        unsafe Run.of(user)?.refuse()
      }
      try unsafe parse(bytes, parser, run)
    }
  }

  private static func parse(
    _ bytes: [UInt8], _ parser: XML_Parser, _ run: Run
  ) throws(XMLFault) {
    // Expat counts in 32 bits.
    let step = 1 << 24
    var start = 0
    repeat {
      let end = min(start + step, bytes.count)
      let status = unsafe bytes[start..<end].withUnsafeBytes {
        unsafe XML_Parse(
          parser, $0.baseAddress?.assumingMemoryBound(to: CChar.self), CInt($0.count),
          end == bytes.count ? 1 : 0)
      }
      if status != XML_STATUS_OK {
        let words = unsafe XML_ErrorString(XML_GetErrorCode(parser)).map {
          unsafe String(cString: $0)
        }
        throw unsafe XMLFault(
          line: Int(XML_GetCurrentLineNumber(parser)),
          column: Int(XML_GetCurrentColumnNumber(parser)) + 1,
          message: run.isRefused ? "có khai báo DOCTYPE" : words ?? "XML hỏng")
      }
      start = end
    } while start < bytes.count
  }

  /// What the callbacks of one reading share.
  @safe private final class Run {
    let listener: any XMLListener
    private let parser: XML_Parser
    private var text: [UInt8] = []
    private(set) var isRefused = false

    init(listener: any XMLListener, parser: XML_Parser) {
      self.listener = listener
      unsafe self.parser = parser
    }

    static func of(_ user: UnsafeMutableRawPointer?) -> Run? {
      unsafe user.map { unsafe Unmanaged<Run>.fromOpaque($0).takeUnretainedValue() }
    }

    func start(
      _ name: UnsafePointer<CChar>, _ attributes: UnsafeMutablePointer<UnsafePointer<CChar>?>?
    ) {
      text.removeAll(keepingCapacity: true)
      unsafe listener.start(localName(name), XMLAttributes(attributes))
    }

    func end(_ name: UnsafePointer<CChar>) {
      unsafe listener.end(localName(name), text: text)
      text.removeAll(keepingCapacity: true)
    }

    func add(_ part: UnsafeBufferPointer<CChar>) {
      unsafe part.withMemoryRebound(to: UInt8.self) { unsafe text += $0 }
    }

    func refuse() {
      isRefused = true
      unsafe XML_StopParser(parser, 0)
    }
  }
}

private let separator: UInt8 = 0x1F

/// The part of a name after its namespace.
private func localName(_ name: UnsafePointer<CChar>) -> String {
  var start = unsafe name
  var next = unsafe name
  while unsafe next.pointee != 0 {
    if unsafe UInt8(bitPattern: next.pointee) == separator { unsafe start = next + 1 }
    unsafe next += 1
  }
  return unsafe String(cString: start)
}
