import type { Readable } from 'node:stream';
import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from 'typebox';
import { documentRefusal } from '../../files/document-refusal.ts';
import type { FileRefusalCode } from '../../files/refusal.ts';
import { openFile, receiveFile } from '../../operations/files/files.ts';
import type { Services } from '../../services.ts';
import { takeBytes } from '../door/bytes.ts';
import { actorOf } from '../door/actor.ts';
import { attachment } from '../door/attachment.ts';
import { Id, named, ref, Words } from '../contract/named.ts';
import { problemDocument, refuseRequest, sendProblem } from '../door/problem-document.ts';

const FileReceived = named(
  'FileReceived',
  Type.Object({ id: Id, name: Type.String(), size: Type.Integer(), mediaType: Type.String(), digest: Type.String() }),
);

const REFUSED = {
  'empty-file': { status: 422, title: '文件是空的（0 字节），请重新选择', titleEn: 'The file is empty' },
  'file-too-large': {
    status: 413,
    title: '文件超过 50 MB，请压缩或拆分后再上传',
    titleEn: 'The file is larger than 50 MB',
  },
  'file-type': {
    status: 415,
    title: '只接收 JPG、PNG、WEBP、HEIC、PDF、OFD、MP4、DOC(X)、XLS(X)，且内容须与扩展名一致',
    titleEn: 'Only JPG, PNG, WEBP, HEIC, PDF, OFD, MP4, DOC(X) and XLS(X) whose content agrees with the name',
  },
  'file-inside': {
    status: 415,
    title: '文件内部检查没有通过',
    titleEn: 'A look inside the file found what is not accepted',
  },
  'file-missing': {
    status: 410,
    title: '这份文件在服务器上找不到了，已告知系统管理员',
    titleEn: 'The file is gone from the server; the administrators have been told',
  },
  'file-changed': {
    status: 410,
    title: '这份文件和上传时不一致，不予提供，已告知系统管理员',
    titleEn: 'The file is not what was filed and is not given out; the administrators have been told',
  },
} as const;

/** Evidence and scans: acknowledged only when whole; given back as they came, never shown inside our own page. */
export const fileRoutes =
  (services: Services): FastifyPluginAsyncTypebox =>
  async (app) => {
    takeBytes(app);

    app.post(
      '/files',
      {
        bodyLimit: 52 * 1024 * 1024,
        config: { load: 'upload' },
        schema: {
          operationId: 'receiveFile',
          consumes: ['application/octet-stream'],
          querystring: Type.Object({ name: Words(200) }),
          response: { 201: ref(FileReceived) },
        },
      },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const received = await receiveFile(services, request.query.name, request.body as Readable, by); // what the parser above passed on
        if ('file' in received) return reply.code(201).send(received.file);
        const more = received.refused === 'file-inside' ? insideOf(received.within) : {};
        return sendProblem(reply, problemDocument(request, received.refused, REFUSED[received.refused], more));
      },
    );

    app.get(
      '/files/:id',
      { schema: { operationId: 'readFile', params: Type.Object({ id: Id }) } },
      async (request, reply) => {
        const by = await actorOf(services, request);
        const found = await openFile(services, request.params.id, by);
        if (!found) return refuseRequest(request, reply, 'not-found');
        if ('found' in found) {
          request.log.error({ file: found.file.id, found: found.found }, 'file not whole');
          const detail = { detail: found.file.name, detailEn: found.file.name };
          return sendProblem(reply, problemDocument(request, found.found, REFUSED[found.found], detail));
        }
        const { file, bytes } = found;
        return reply
          .header('content-disposition', attachment(file.name))
          .header('content-security-policy', "sandbox; default-src 'none'")
          .header('cache-control', 'no-store')
          .type(file.media_type)
          .send(bytes);
      },
    );
  };

/** What the look inside found, and in whose words. */
function insideOf(reason: FileRefusalCode) {
  const { zh, en } = documentRefusal(reason);
  return { detail: zh, detailEn: en, reason };
}
