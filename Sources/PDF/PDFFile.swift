import CQPDF

/// A PDF under way: objects in, bytes out.
///
/// libqpdf numbers, packs and compresses them.
/// Not safe to share between threads. The same objects in the same order give the same bytes.
@safe package final class PDFFile {
  private let file: qpdf_data

  package init() throws(PDFError) {
    guard let file = unsafe qpdf_init() else {
      throw PDFError(message: "libqpdf không khởi tạo được.")
    }
    unsafe self.file = file
    unsafe qpdf_silence_errors(file)
    _ = unsafe qpdf_empty_pdf(file)
  }

  deinit {
    var file: qpdf_data? = unsafe self.file
    unsafe qpdf_cleanup(&file)
  }

  // MARK: Objects

  package func add(_ value: PDFValue) -> PDFReference {
    let direct = handle(of: value)
    defer { unsafe qpdf_oh_release(file, direct) }
    return indirect(direct)
  }

  /// A place for an object that others name before it is known.
  package func reserve() -> PDFReference { add(.record([:])) }

  package func fill(_ reference: PDFReference, with value: PDFValue) {
    let direct = handle(of: value)
    unsafe qpdf_replace_object(file, reference.number, 0, direct)
    unsafe qpdf_oh_release(file, direct)
  }

  /// Adds a stream; its data is compressed when the file is written.
  package func add(
    stream data: [UInt8], _ entries: [(key: String, value: PDFValue)] = []
  ) -> PDFReference {
    let stream = unsafe qpdf_oh_new_stream(file)
    let none = unsafe qpdf_oh_new_null(file)
    unsafe qpdf_oh_replace_stream_data(file, stream, data, data.count, none, none)
    let dictionary = unsafe qpdf_oh_get_dict(file, stream)
    for (key, value) in entries { set(key, to: value, in: dictionary) }
    defer { for one in [stream, none, dictionary] { unsafe qpdf_oh_release(file, one) } }
    return PDFReference(number: unsafe qpdf_oh_get_object_id(file, stream))
  }

  // MARK: Writing

  /// The bytes of the file, whose identifier comes from its content.
  ///
  /// - Throws: `PDFError` with libqpdf's own words.
  package func bytes(
    catalog: [(key: String, value: PDFValue)], information: [(key: String, value: PDFValue)]
  ) throws(PDFError) -> [UInt8] {
    let root = unsafe qpdf_get_root(file)
    for (key, value) in catalog { set(key, to: value, in: root) }
    let trailer = unsafe qpdf_get_trailer(file)
    set("Info", to: .reference(add(.dictionary(information))), in: trailer)
    _ = unsafe qpdf_init_write_memory(file)
    unsafe qpdf_force_pdf_version(file, "1.7")
    unsafe qpdf_set_object_stream_mode(file, qpdf_o_generate)
    unsafe qpdf_set_compress_streams(file, QPDF_TRUE)
    unsafe qpdf_set_deterministic_ID(file, QPDF_TRUE)
    _ = unsafe qpdf_write(file)
    guard unsafe qpdf_has_error(file) == QPDF_FALSE, let start = unsafe qpdf_get_buffer(file) else {
      let words =
        unsafe qpdf_get_error_full_text(file, qpdf_get_error(file)).map {
          unsafe String(cString: $0)
        }
      throw PDFError(message: words ?? "libqpdf không ghi được tệp PDF.")
    }
    return unsafe Array(
      UnsafeBufferPointer(start: start, count: qpdf_get_buffer_length(file)))
  }

  // MARK: Handles

  private func indirect(_ direct: qpdf_oh) -> PDFReference {
    let object = unsafe qpdf_make_indirect_object(file, direct)
    defer { unsafe qpdf_oh_release(file, object) }
    return PDFReference(number: unsafe qpdf_oh_get_object_id(file, object))
  }

  private func set(_ key: String, to value: PDFValue, in dictionary: qpdf_oh) {
    let item = handle(of: value)
    unsafe qpdf_oh_replace_key(file, dictionary, "/" + key, item)
    unsafe qpdf_oh_release(file, item)
  }

  /// The caller releases the handle.
  private func handle(of value: PDFValue) -> qpdf_oh {
    switch value {
    case .bool(let flag): return unsafe qpdf_oh_new_bool(file, flag ? QPDF_TRUE : QPDF_FALSE)
    case .int(let number): return unsafe qpdf_oh_new_integer(file, Int64(number))
    case .real(let number):
      var digits: [UInt8] = []
      digits.append(decimal: number)
      return unsafe qpdf_oh_new_real_from_string(file, String(decoding: digits, as: UTF8.self))
    case .name(let name): return unsafe qpdf_oh_new_name(file, "/" + name)
    case .text(let text): return unsafe qpdf_oh_new_unicode_string(file, text)
    case .reference(let reference):
      return unsafe qpdf_get_object_by_id(file, reference.number, 0)
    case .array(let items):
      let array = unsafe qpdf_oh_new_array(file)
      for item in items {
        let child = handle(of: item)
        unsafe qpdf_oh_append_item(file, array, child)
        unsafe qpdf_oh_release(file, child)
      }
      return array
    case .dictionary(let pairs):
      let dictionary = unsafe qpdf_oh_new_dictionary(file)
      for (key, value) in pairs { set(key, to: value, in: dictionary) }
      return dictionary
    }
  }
}
