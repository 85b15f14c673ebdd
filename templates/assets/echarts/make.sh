#!/bin/sh
# Remakes chart.js from runtime.js and ECharts. Run by hand, with node and a network, when either changes.
set -eu
cd "$(dirname "$0")"
npm ci --ignore-scripts
node_modules/.bin/esbuild runtime.js --bundle --minify --format=iife --global-name=charts --target=es2018 --charset=utf8 \
  --legal-comments=none --define:process.env.NODE_ENV='"production"' --define:__DEV__=false \
  --banner:js='/* Apache ECharts 6.1.0, Apache License 2.0: see LICENSE and NOTICE beside this file */' --outfile=chart.js
rm -r node_modules
sha256sum LICENSE LICENSE-zrender NOTICE chart.js > SHA256SUMS
