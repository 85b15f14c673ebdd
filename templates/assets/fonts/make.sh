#!/bin/sh
# Remakes the font files from npm packages. Run by hand, with node and a network, when a version in package.json changes.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts
node make.mjs
rm -r node_modules
