/// One file that a picture is written as.
package struct PictureForm: Sendable, Hashable {
  package var width: Int
  package var height: Int
  package var format: ImageFile.Format
  /// From 1 to 100; says nothing to PNG.
  package var quality: Int

  package init(width: Int, height: Int, format: ImageFile.Format, quality: Int) {
    self.width = width
    self.height = height
    self.format = format
    self.quality = quality
  }

  /// The form in words, for whoever must tell two of them apart.
  package var description: String { "\(format) \(width)x\(height) \(quality)" }
}

/// Makes files of a picture in several sizes from one decoding; none has anything of the camera's.
package enum PictureForge {
  /// Raised whenever the same input gives other bytes.
  package static let version = "picture 1"

  /// The files in the order of their forms.
  ///
  /// Nothing but the file and all forms together decides the bytes.
  package static func make(
    _ bytes: [UInt8], _ forms: [PictureForm]
  ) throws(ImageError) -> [[UInt8]] {
    let reach = forms.map { max($0.width, $0.height) }.max() ?? 1
    let whole = try ImageFile.read(bytes, reach: reach)
    var files = [[UInt8]](repeating: [], count: forms.count)
    // Forms of one size share its pixels; the largest go first and one size is held at a time.
    let order = forms.indices.sorted {
      (-forms[$0].width, -forms[$0].height, $0) < (-forms[$1].width, -forms[$1].height, $1)
    }
    var current = whole
    for index in order {
      let form = forms[index]
      if current.width != form.width || current.height != form.height {
        current = try whole.resized(width: form.width, height: form.height)
      }
      files[index] =
        switch form.format {
        case .jpeg: try current.jpeg(quality: form.quality)
        case .png: try current.png()
        case .webp: try current.webp(quality: form.quality)
        }
    }
    return files
  }
}
