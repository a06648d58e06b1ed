/** Where the Engine API listens. `tlsDirectory` holds ca.pem, cert.pem and key.pem; undefined: plain HTTP. */
export type DockerEndpoint =
  | { readonly kind: 'unix'; readonly path: string }
  | { readonly kind: 'tcp'; readonly host: string; readonly port: number; readonly tlsDirectory: string | undefined };
