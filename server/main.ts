import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './connection/serve.ts';

serve(createConnection(ProposedFeatures.all));
