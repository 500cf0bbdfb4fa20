/// A value of a PDF (ISO 32000-1, 7.3), put together in Swift and handed to libqpdf as a whole.
package indirect enum PDFValue: Sendable {
  case bool(Bool)
  case int(Int)
  case real(Double)
  /// A name without its slash.
  case name(String)
  /// Text for people; written as UTF-16 where PDF's own set of letters does not reach.
  case text(String)
  case array([PDFValue])
  case dictionary([(key: String, value: PDFValue)])
  case reference(PDFReference)

  /// A dictionary as it is read in the standard.
  package static func record(_ pairs: KeyValuePairs<String, PDFValue>) -> PDFValue {
    .dictionary(pairs.map { ($0.key, $0.value) })
  }

  package static func numbers(_ values: Double...) -> PDFValue { .array(values.map { .real($0) }) }
}

/// An object that others may name.
package struct PDFReference: Sendable, Hashable {
  let number: Int32
}

/// Why a file could not be written.
package struct PDFError: Error, Sendable {
  package var message: String
}
