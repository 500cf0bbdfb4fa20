import Diagnostics

/// What the parser does where a template is wrong: it tells each problem once and reads on, so that
/// one run finds them all and none is the shadow of another.
extension Parser {
  /// Whether the tag only has meaning inside another one, so that it ends any body.
  static func isInner(_ name: String) -> Bool {
    name.hasPrefix("end") || name == "elsif" || name == "else" || name == "when"
  }

  /// Reads the head of a tag; a wrong head is told, and its body is read all the same.
  mutating func head<Result>(
    of piece: Piece, _ read: (inout ExpressionParser) throws(SyntaxFault) -> Result
  ) -> Result? {
    do throws(SyntaxFault) {
      var parser = try expressions(piece)
      let result = try read(&parser)
      try parser.expectEnd()
      return result
    } catch {
      faults.append(error)
      return nil
    }
  }

  mutating func giveUp() {
    index = pieces.count
    hasGivenUp = true
  }

  /// Takes the end of `opening`, or tells that it is missing and leaves what is there to others.
  mutating func close(_ opening: Piece) {
    let wanted = "end" + opening.name
    if index < pieces.count, pieces[index].name == wanted {
      index += 1
      return
    }
    if hasGivenUp { return }
    var fault = SyntaxFault(
      "template.unclosed", opening.span,
      "Thẻ “\(opening.name)” chưa được đóng bằng “\(wanted)”.")
    if index < pieces.count {
      fault.notes = [("đến đây thì gặp “\(pieces[index].name)”", pieces[index].span)]
    }
    faults.append(fault)
  }

  /// Passes over an inner tag that the open tag does not want; false if a tag further out does.
  mutating func passStray(_ piece: Piece, wanted ends: [String]) -> Bool {
    if let at = endsOfStrangers.lastIndex(of: piece.name) {
      endsOfStrangers.remove(at: at)
      index += 1
      return true
    }
    if !endsOfStrangers.isEmpty, !piece.name.hasPrefix("end") {
      index += 1
      return true
    }
    if openings.dropLast().contains(where: { "end" + $0.name == piece.name }) { return false }
    faults.append(unknownTag(piece))
    // A slip of the pen in the end itself: the tag is closed all the same.
    if !TagTable.words.contains(piece.name),
      let meant = Suggestion.nearest(to: piece.name, among: ends)
    {
      pieces[index].name = meant
      return false
    }
    index += 1
    if faults.count >= Parser.faultLimit { giveUp() }
    return true
  }

  /// The end and the inner parts of an unknown tag are no problems of their own.
  mutating func expectEnds(ofStranger piece: Piece) {
    guard !piece.name.isEmpty else { return }
    endsOfStrangers.append("end" + piece.name)
    let names = TagTable.all.map(\.name)
    guard let meant = Suggestion.nearest(to: piece.name, among: names),
      let tag = TagTable.byName[meant], tag.inner.contains("end" + meant)
    else { return }
    endsOfStrangers.append("end" + meant)
  }

  func unknownTag(_ piece: Piece) -> SyntaxFault {
    if piece.name.isEmpty {
      return SyntaxFault("template.syntax", piece.span, "Thẻ không có tên.")
    }
    guard TagTable.words.contains(piece.name) else {
      return SyntaxFault(
        "template.unknown-tag", piece.span, "Không có thẻ “\(piece.name)”.",
        help: Suggestion.question(for: piece.name, among: TagTable.words))
    }
    guard let opening = openings.last else {
      return SyntaxFault(
        "template.wrong-end", piece.span,
        "Thẻ “\(piece.name)” đứng ngoài thẻ mà nó thuộc về.")
    }
    var fault = SyntaxFault(
      "template.wrong-end", piece.span,
      "Thẻ “\(piece.name)” không thuộc về thẻ “\(opening.name)” đang mở.",
      help: "Đóng thẻ “\(opening.name)” bằng “end\(opening.name)” trước, hoặc bỏ thẻ này.")
    fault.notes = [("thẻ “\(opening.name)” mở ở đây", opening.span)]
    return fault
  }
}
