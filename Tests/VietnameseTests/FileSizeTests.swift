import Testing
import Vietnamese

@Suite struct FileSizeTests {
  @Test(arguments: [
    (0, "1 KB"), (1, "1 KB"), (1_535, "1 KB"), (1_536, "2 KB"), (38_500, "38 KB"),
    (1_022_976, "999 KB"), (1_023_500, "1,0 MB"), (1_258_291, "1,2 MB"), (-5, "1 KB"),
  ])
  func sizesAreReadable(_ bytes: Int, _ text: String) {
    #expect(FileSize.text(bytes) == text)
  }
}
