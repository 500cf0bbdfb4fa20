import Testing

/// A folder of templates with what does harm, or was put there by mistake.
@Suite struct TemplateFolderTests {
  private let folder = TemporaryFolder()

  /// What `templates check` says of a folder in which `command` made something.
  private func check(after command: String) throws -> Outcome {
    folder.makeFolder("mau")
    try folder.put("bi-mat.html", Array("bí mật".utf8))
    #expect(try Tool.run(["sh", "-c", command], in: "\(folder.path)/mau").code == 0)
    return try Tool.neuguong(["templates", "check", "mau"], in: folder.path)
  }

  @Test(arguments: [
    ("ln -s ../bi-mat.html home.html", "content.symlink-outside"),
    ("ln -s /etc/hostname home.html", "content.symlink-outside"),
    ("ln -s /dev/zero home.html", "content.symlink-outside"),
    ("ln -s .. home", "content.symlink-outside"),
    ("ln -s nowhere home.html", "content.broken-symlink"),
    ("mkfifo home.html", "content.special-file"),
    ("mkdir a && ln -s a b", "content.symlink-folder"),
    ("truncate -s 65M home.html", "content.file-too-large"),
    ("truncate -s 5M home.html", "template.too-long"),
    ("printf 'x' > home.exe", "template.unknown-file"),
  ])
  func whatIsNoPlainFileOfTheFolderIsTold(_ command: String, _ id: String) throws {
    let found = try check(after: command)
    #expect(found.err.contains(id), "\(found.err)")
    #expect(!(found.err + found.out).contains("bí mật"))
  }

  @Test(arguments: [
    "/etc/hostname", "../bi-mat.html", "mau/../../bi-mat.html", "..\\\\bi-mat.html",
  ])
  func aTemplateNamesNoFileOutside(_ name: String) throws {
    let found = try check(after: "printf '%s' \"{% include '\(name)' %}\" > moved.html")
    #expect(found.code == 1)
    #expect(found.err.contains("template.missing-template"), "\(found.err)")
  }

  @Test func aLinkToAFileOfTheFolderIsATemplate() throws {
    let found = try check(
      after: "printf '<p>{{ site.title }}</p>' > a.html && ln -s a.html moved.html")
    #expect(!found.err.contains("content."), "\(found.err)")
  }

  @Test func missingNamesEndThePageOrAreToldOrAreNothing() throws {
    #expect(try Tool.neuguong(["new", "truong"], in: folder.path).code == 0)
    folder.makeFolder("mau")
    try folder.put("mau/part-link.html", Array("{{ linkk }}".utf8))
    func check(_ words: String...) throws -> Outcome {
      try Tool.neuguong(["check", "truong", "--templates", "mau"] + words, in: folder.path)
    }
    #expect(try check().err.contains("lỗi: Không có tên “linkk”"))
    let warned = try check("--undefined", "warn")
    #expect(warned.code == 0)
    #expect(warned.err.contains("cảnh báo: Không có tên “linkk”"), "\(warned.err)")
    #expect(warned.err.contains("“render” từ đây"), "\(warned.err)")
    #expect(warned.err.contains("index.html"), "\(warned.err)")
    #expect(try check("--undefined", "empty").code == 0)
    #expect(try check("--undefined", "lax").code == 2)
  }
}
