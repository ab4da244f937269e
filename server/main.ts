import path from 'node:path';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection/serve.ts';

serve(createConnection(ProposedFeatures.all), path.join(import.meta.dirname, 'probe-worker.js'));
