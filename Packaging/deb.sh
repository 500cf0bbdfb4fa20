#!/bin/sh
# A Debian package of a built program: deb.sh PROGRAM FOLDER
#
# The same program, SOURCE_DATE_EPOCH and MAINTAINER give the same bytes. Libraries that the package
# depends on are read from the program itself.
set -eu
export LC_ALL=C.UTF-8

program=$(readlink -f "$1")
out=$2
here=$(dirname "$(readlink -f "$0")")
name=neuguong
version=$("$program" --version | sed 's/^[^ ]* //')
architecture=$(dpkg --print-architecture)
maintainer=${MAINTAINER:-Nêu Gương <neuguong@thidua.example.vn>}
: "${SOURCE_DATE_EPOCH:=$(git -C "$here" log -1 --format=%ct 2>/dev/null || echo 0)}"
export SOURCE_DATE_EPOCH

work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
# Where dpkg-shlibdeps takes it for a package.
tree=$work/debian/$name
docs=$tree/usr/share/doc/$name

install -D -m 755 "$program" "$tree/usr/bin/$name"
make -s -C "$here/.." install-shell PROGRAM="$program" DESTDIR="$tree" PREFIX=/usr \
  ZSH_FUNCTIONS=/usr/share/zsh/vendor-completions >/dev/null
install -D -m 644 "$here/copyright" "$docs/copyright"
gzip -9n > "$docs/changelog.gz" <<CHANGELOG
$name ($version) unstable; urgency=medium

  * Built from its own repository.

 -- $maintainer  $(date -u -R -d "@$SOURCE_DATE_EPOCH")
CHANGELOG

mkdir "$tree/DEBIAN"
# Packages of the libraries that the program is linked with.
printf 'Source: %s\n\nPackage: %s\nArchitecture: any\n' $name $name > "$work/debian/control"
libraries=$(cd "$work" && dpkg-shlibdeps --warnings=1 -O "debian/$name/usr/bin/$name" \
  | sed -n 's/^shlibs:Depends=//p')
[ -n "$libraries" ] || { echo "deb.sh: không tìm được thư viện mà chương trình cần" >&2; exit 1; }

(cd "$tree" && find usr -type f | LC_ALL=C sort | xargs md5sum) > "$tree/DEBIAN/md5sums"
cat > "$tree/DEBIAN/control" <<CONTROL
Package: $name
Version: $version
Section: web
Priority: optional
Architecture: $architecture
Maintainer: $maintainer
Installed-Size: $(du -k --apparent-size -s "$tree/usr" | cut -f1)
Depends: $libraries, fonts-liberation2
Recommends: libcurl4
Description: sites and reports of emulation campaigns in Vietnamese schools
 Reads one folder of tables and Markdown stories about school emulation
 campaigns (phong trào thi đua) and writes a website that holds up good
 examples, reports to print and sign in the layout of Nghị định
 30/2020/NĐ-CP (PDF, Word, Excel, HTML), and bundles of both.
 .
 libcurl4 is needed only by "neuguong check --external".
CONTROL

# Permissions and times are not those of whoever builds.
find "$tree" -type d -exec chmod 755 {} +
find "$tree/usr/share" "$tree/DEBIAN" -type f -exec chmod 644 {} +
find "$tree" -newermt "@$SOURCE_DATE_EPOCH" -exec touch -h -d "@$SOURCE_DATE_EPOCH" {} +
mkdir -p "$out"
deb=$out/${name}_${version}_$architecture.deb
dpkg-deb --root-owner-group -Zxz --build "$tree" "$deb" >/dev/null
echo "$deb"
