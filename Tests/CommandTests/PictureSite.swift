import Testing

/// The content of a small school with pictures, and what is built of it.
struct PictureSite {
  let folder = TemporaryFolder()

  /// A story with a leading picture and two in its text, all straight from cameras.
  func plant() throws {
    try SmallSite.plant("truong", in: folder)
    folder.makeFolder("truong/media")
    try folder.put(
      "truong/media/doc.jpg", CameraFile.jpeg(width: 1500, height: 1000, orientation: 6))
    try folder.put("truong/media/ngang.png", CameraFile.png(width: 900, height: 600))
    try folder.put("truong/media/mang.webp", CameraFile.webp(width: 1000, height: 500))
    try story()
  }

  func story(
    head: String = "image: /media/doc.jpg\nimage_alt: Vườn trường buổi sáng",
    text: String = "![Lớp học](/media/ngang.png)\n\n![Sân trường](/media/mang.webp \"Giờ ra chơi\")"
  ) throws {
    try put(
      "truong/stories/2025/bai.md",
      """
      ---
      title: Vườn rau của lớp
      date: 2025-04-01
      summary: Cả lớp cùng trồng rau.
      \(head)
      ---
      Sau 3 tháng, vườn rau xanh trở lại.

      \(text)
      """)
  }

  /// A story with the photo of a pupil.
  func plantPupil(consents: Bool) throws {
    folder.makeFolder("truong/units")
    try put(
      "truong/people.csv",
      """
      id,name,title,role,unit,class,birth_year,discipline_until,contact,consent
      em-lan,Hoàng Thị Ngọc Lan,em,hs,,4A7,2015,,,
      """)
    let withdrawn = consents ? "" : "30/5/2025"
    try put(
      "truong/consents.csv",
      """
      person,classes,channel,given_by,date,valid_until,withdrawn_on,evidence
      em-lan,ten; anh; thanh-tich; bai-viet,,ban-than,01/9/2024,,\(withdrawn),Cặp giấy
      em-lan,ten; anh; thanh-tich; bai-viet,,me,01/9/2024,,\(withdrawn),Cặp giấy
      """)
    try folder.put(
      "truong/media/em-lan.jpg", CameraFile.jpeg(width: 900, height: 600, orientation: 1))
    try put(
      "truong/stories/2025/em.md",
      """
      ---
      title: Giờ đọc sách
      date: 2025-04-03
      image: /media/em-lan.jpg
      image_alt: Một em đọc sách
      image_people: em-lan
      ---
      Mỗi trưa cả lớp đọc sách 20 phút.
      """)
  }

  func put(_ name: String, _ text: String) throws {
    try folder.put(name, Array((text + "\n").utf8))
  }

  func build(_ options: String..., into output: String = "public") throws -> Outcome {
    try Tool.neuguong(
      ["build", "truong", "--output", output, "--now", "2025-05-31", "--no-reports"] + options,
      in: folder.path)
  }

  func check() throws -> Outcome {
    try Tool.neuguong(["check", "truong", "--now", "2025-05-31"], in: folder.path)
  }

  /// Paths of all files below a folder, sorted.
  func files(_ name: String) throws -> [String] {
    try Tool.run(["find", ".", "-type", "f", "-printf", "%P\\n"], in: "\(folder.path)/\(name)").out
      .split(separator: "\n").map(String.init).sorted()
  }

  /// The fingerprint of each file.
  func sums(_ name: String) throws -> [String] {
    try Tool.run(
      ["find", ".", "-type", "f", "-exec", "sha256sum", "{}", "+"],
      in: "\(folder.path)/\(name)"
    ).out.split(separator: "\n").map(String.init).sorted()
  }
}
