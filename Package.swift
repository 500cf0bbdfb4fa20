// swift-tools-version: 6.2
import PackageDescription

/// Settings that every Swift target of ours builds clean under.
let strict: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .enableUpcomingFeature("ExistentialAny"),
  .enableUpcomingFeature("InternalImportsByDefault"),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("NonisolatedNonsendingByDefault"),
  .enableUpcomingFeature("InferIsolatedConformances"),
  .enableUpcomingFeature("ImmutableWeakCaptures"),
  .strictMemorySafety(),
  .treatAllWarnings(as: .error),
]

/// One room of the house; a room imports only rooms below it.
func room(_ name: String, _ below: [Target.Dependency] = []) -> Target {
  .target(name: name, dependencies: below, swiftSettings: strict)
}

func tests(_ name: String, _ rooms: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(name: name, dependencies: rooms, exclude: exclude, swiftSettings: strict)
}

let package = Package(
  name: "neuguong",
  products: [.executable(name: "neuguong", targets: ["neuguong"])],
  targets: [
    // C libraries of Debian, each behind one small target.
    .systemLibrary(
      name: "CCMarkGFM", pkgConfig: "libcmark-gfm",
      providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .target(name: "CMarkShim", dependencies: ["CCMarkGFM"]),
    .systemLibrary(
      name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(
      name: "CJSON", pkgConfig: "json-c", providers: [.apt(["libjson-c-dev"])]),
    .systemLibrary(
      name: "CPangoCairo", pkgConfig: "pangocairo",
      providers: [.apt(["libpango1.0-dev", "libcairo2-dev", "fonts-liberation2"])]),
    .target(name: "CPangoShim", dependencies: ["CPangoCairo"]),

    .systemLibrary(
      name: "CDeflate", pkgConfig: "libdeflate", providers: [.apt(["libdeflate-dev"])]),
    .systemLibrary(
      name: "CExpat", pkgConfig: "expat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(
      name: "CNettle", pkgConfig: "nettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(
      name: "CHarfBuzz", pkgConfig: "harfbuzz-subset", providers: [.apt(["libharfbuzz-dev"])]),
    .systemLibrary(
      name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
    .systemLibrary(
      name: "CXlsxWriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
    // libturbojpeg, libpng, libwebp, lcms2 and the headers of libstb, all behind one small interface.
    .target(
      name: "CImageShim",
      linkerSettings: [
        .linkedLibrary("turbojpeg"), .linkedLibrary("png16"), .linkedLibrary("webp"),
        .linkedLibrary("lcms2"), .linkedLibrary("m"),
      ]),

    .target(name: "CHTTPShim", linkerSettings: [.linkedLibrary("microhttpd")]),
    // Headers of libcurl; the library itself is loaded when somebody asks for outside links.
    .target(name: "CCurlShim"),

    // The rooms, ground floor first.
    room("Markup", ["Vietnamese"]),
    room("Diagnostics", ["Markup"]),
    room("Vietnamese"),
    room("Records", ["Diagnostics", "Vietnamese", "Spreadsheets", "CYAML", "CJSON"]),
    room("Markdown", ["Diagnostics", "CMarkShim", "CCMarkGFM"]),
    room("Templating", ["Diagnostics", "Vietnamese"]),
    room("Conformance", ["Diagnostics", "Records", "Templating"]),
    room("Campaigns", ["Diagnostics", "Vietnamese"]),
    room("Content", ["Diagnostics", "Vietnamese", "Records", "Markdown", "Campaigns"]),
    room("Drawing", ["Vietnamese"]),
    room("Terminal", ["Diagnostics", "Vietnamese"]),
    room("Deflate", ["CDeflate"]),
    room("Digests", ["CNettle"]),
    room("PDF", ["Deflate", "CHarfBuzz"]),
    room("Zip", ["CZip"]),
    room("Outside", ["CCurlShim"]),
    room("Workbooks", ["Vietnamese", "Drawing", "CXlsxWriter"]),
    room("XML", ["CExpat"]),
    room("Spreadsheets", ["Vietnamese", "XML", "Zip"]),
    room("Images", ["Deflate", "CImageShim"]),
    room(
      "Documents",
      [
        "Diagnostics", "Vietnamese", "Markdown", "Templating", "Campaigns", "Content", "Drawing",
        "Images",
      ]),
    room(
      "Site",
      [
        "Diagnostics", "Vietnamese", "Records", "Markdown", "Templating", "Campaigns", "Content",
        "Drawing", "Digests", "Images", "Markup",
      ]),
    room(
      "Print",
      [
        "Diagnostics", "Digests", "Markdown", "Documents", "Drawing", "Images", "PDF", "Zip",
        "Workbooks",
        "CPangoShim", "CPangoCairo",
      ]),
    .target(
      name: "StarterTexts", resources: [.embedInCode("files")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    room(
      "Starters",
      [
        "Diagnostics", "Vietnamese", "Records", "Templating", "Campaigns", "Content",
        "Spreadsheets", "Workbooks", "StarterTexts",
      ]),
    // Other people's workbooks into tables of the content folder.
    room(
      "Intake", ["Diagnostics", "Vietnamese", "Records", "Spreadsheets", "Campaigns", "Content"]),
    room("Publication", ["Diagnostics", "Digests"]),
    room("Bundles", ["Diagnostics", "Records", "Digests", "Zip"]),
    room("Preview", ["Diagnostics", "Markup", "CHTTPShim"]),
    // The folder of templates is both the override root on disk and the copy inside the binary.
    .target(
      name: "DefaultTemplates", path: "Templates", resources: [.embedInCode("default")],
      swiftSettings: [.swiftLanguageMode(.v6)]),
    .executableTarget(
      name: "neuguong",
      dependencies: [
        "Diagnostics", "Vietnamese", "Records", "Markdown", "Templating", "Campaigns", "Content",
        "Outside", "Conformance", "Digests", "Drawing", "Documents", "Images", "Site", "Print",
        "Publication", "Terminal", "Bundles", "Zip", "Starters", "Intake",
        "Preview", "DefaultTemplates",
      ],
      swiftSettings: strict),
    // `make bench`: a deterministic corpus of any size, and the floor no generator can beat.
    .executableTarget(
      name: "neuguong-bench",
      dependencies: [
        "Diagnostics", "Vietnamese", "Records", "Markdown", "Templating", "Conformance", "Drawing",
        "Documents", "Print",
      ],
      path: "Sources/Bench", swiftSettings: strict),

    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("VietnameseTests", ["Vietnamese"]),
    tests("RecordsTests", ["Records", "Diagnostics", "Vietnamese"]),
    tests("MarkdownTests", ["Markdown", "Diagnostics"]),
    tests(
      "TemplatingTests",
      ["Templating", "Conformance", "Records", "Markdown", "Diagnostics", "Vietnamese"],
      exclude: ["Hostile"]),
    tests("CampaignsTests", ["Campaigns", "Diagnostics", "Vietnamese"]),
    tests(
      "ContentTests", ["Content", "Campaigns", "Diagnostics", "Records", "Vietnamese", "Zip"],
      exclude: ["SeedCoverage/coverage.csv"]),
    tests("DrawingTests", ["Drawing"]),
    tests(
      "DocumentsTests",
      [
        "Documents", "Digests", "Markdown", "Print", "Drawing", "Images", "Content", "Campaigns",
        "Diagnostics", "Templating", "Vietnamese",
      ], exclude: ["Kinds/Golden"]),
    tests(
      "SiteTests",
      [
        "Site", "Content", "Campaigns", "Diagnostics", "Digests", "Drawing", "Images", "Records",
        "Templating",
      ]),
    tests("DigestsTests", ["Digests"]),
    tests("PDFTests", ["PDF"]),
    tests("ZipTests", ["Zip"]),
    tests("OutsideTests", ["Outside"]),
    tests("SpreadsheetsTests", ["Spreadsheets", "Vietnamese", "Zip"]),
    tests("ImagesTests", ["Images", "Deflate"]),
    tests("PublicationTests", ["Publication", "Diagnostics", "Digests"]),
    tests("TerminalTests", ["Terminal"]),
    tests(
      "StartersTests",
      [
        "Starters", "Content", "Campaigns", "Diagnostics", "Records", "Spreadsheets", "Vietnamese",
        "Zip",
      ]),
    tests(
      "IntakeTests", ["Intake", "Content", "Campaigns", "Diagnostics", "Records", "Vietnamese"],
      exclude: ["Workbooks", "Expected"]),
    tests("BundlesTests", ["Bundles", "Zip"]),
    tests("PreviewTests", ["Preview", "Diagnostics"]),
    tests("CommandTests", ["Bundles", "Deflate", "Diagnostics", "Images", "Vietnamese", "Zip"]),
  ]
)
