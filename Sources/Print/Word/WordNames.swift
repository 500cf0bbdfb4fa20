/// Namespaces and kinds of relationships of a DOCX (ISO 29500-1, transitional).
enum WordNames {
  static let main = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  static let drawing = "http://schemas.openxmlformats.org/drawingml/2006/main"
  static let picture = "http://schemas.openxmlformats.org/drawingml/2006/picture"
  static let relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
  static let package = "http://schemas.openxmlformats.org/package/2006"
  static let types = "application/vnd.openxmlformats-officedocument"

  /// What a part with text and pictures declares.
  static let declared =
    "xmlns:w=\"\(main)\" xmlns:r=\"\(relations)\" "
    + "xmlns:wp=\"http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing\" "
    + "xmlns:a=\"\(drawing)\" xmlns:pic=\"\(picture)\""
}
