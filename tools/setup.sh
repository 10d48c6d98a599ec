#!/usr/bin/env bash
# Installs what Mondwerk needs and is missing; with `test` also what its tests need. Does nothing, quickly, when all is there.
set -euo pipefail
purpose=${1:-run}
cd "$(dirname "$0")/.."

say() { printf 'mondwerk: %s\n' "$*" >&2; }

stop() {
  say "$*"
  exit 1
}

check_node() {
  command -v node >/dev/null || stop 'Node.js is missing: install Node.js 20 or newer (https://nodejs.org), then try again.'
  command -v npm >/dev/null || stop 'npm is missing: install it (on Debian and Ubuntu: apt-get install npm), then try again.'
  local major
  major=$(node -p 'process.versions.node.split(".")[0]')
  ((major >= 20)) || stop "Node.js $(node -v) is too old: install Node.js 20 or newer (https://nodejs.org), then try again."
}

missing_programs() {
  command -v ffmpeg >/dev/null && command -v ffprobe >/dev/null || echo ffmpeg
  command -v espeak-ng >/dev/null || echo espeak-ng
  has_speech_library || echo libespeak-ng1
  [[ $purpose != test ]] || missing_for_tests
}

# A real browser, and letters for it to write.
missing_for_tests() {
  [[ -n ${CHROMIUM:-} ]] || command -v chromium >/dev/null || echo chromium
  [[ $(uname -s) != Linux || -e /usr/share/fonts/truetype/dejavu/DejaVuSans.ttf ]] || echo fonts-dejavu-core
}

has_speech_library() {
  case $(uname -s) in
    Linux) ldconfig -p 2>/dev/null | grep -q 'libespeak-ng\.so\.1' || /sbin/ldconfig -p 2>/dev/null | grep -q 'libespeak-ng\.so\.1' ;;
    *) command -v espeak-ng >/dev/null ;;
  esac
}

install_programs() {
  local missing
  mapfile -t missing < <(missing_programs)
  ((${#missing[@]} > 0)) || return 0
  command -v apt-get >/dev/null ||
    stop "please install ffmpeg, espeak-ng and, for the tests, Chromium with this system's package manager (on a Mac: brew install ffmpeg espeak-ng; CHROMIUM names the browser's program), then try again. Missing: ${missing[*]}"
  local -a as_root=()
  if ((EUID != 0)); then
    command -v sudo >/dev/null || stop "please run this as root, then try again: apt-get install ${missing[*]}"
    as_root=(sudo)
  fi
  say "installing ${missing[*]} with apt-get"
  "${as_root[@]}" apt-get update -qq
  "${as_root[@]}" env DEBIAN_FRONTEND=noninteractive apt-get install -y -qq --no-install-recommends "${missing[@]}" >&2
}

packages_are_current() {
  [[ -e node_modules/.package-lock.json && ! package-lock.json -nt node_modules/.package-lock.json ]] && runtime_works
}

runtime_works() {
  [[ $(node_modules/.bin/node -p 'process.versions.node.split(".")[0]' 2>/dev/null) == 24 ]]
}

install_packages() {
  packages_are_current && return 0
  say 'installing the npm packages, which takes a minute'
  npm ci --no-progress >&2 || stop 'npm could not install the packages: the reason stands above. Check the network and try again.'
  runtime_works || stop 'npm did not install the Node.js 24 that Mondwerk runs on: allow install scripts (npm config delete ignore-scripts) and try again.'
}

check_node
install_programs
install_packages
