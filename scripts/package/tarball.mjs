// The archive for Linux without a package manager, or without the right to use it.
import { renameSync } from 'node:fs'
import path from 'node:path'
import { executableNames } from '../../electron-builder.config.mjs'
import { Obstacle, run } from '../lib/project.mjs'

/**
 * @param {{ folder: string, output: string, version: string, builtAt: Date }} order `folder` holds the finished application
 * @returns {Promise<string>} the archive, one folder in it; the same bytes for the same files
 */
export async function makeTarball({ folder, output, version, builtAt }) {
  const named = `${executableNames.linux}-${version}-linux-x64`
  const file = path.join(output, `${named}.tar.gz`)
  const same = ['--sort=name', `--mtime=@${Math.floor(builtAt.getTime() / 1000)}`, '--owner=0', '--group=0', '--numeric-owner', '--mode=u+rwX,go+rX,go-w']
  // The name in the archive is given by the folder's, for the time of packing.
  const content = path.join(output, named)
  renameSync(folder, content)
  const code = await run('tar', ['-C', output, ...same, '--format=gnu', '-I', 'gzip -n -6', '-cf', file, named])
  renameSync(content, folder)
  if (code !== 0) throw new Obstacle('"tar" could not write the archive; its message above says why.')
  return file
}
