/** The shared instructions as people use them: read, write, publish and tell, confirm as read, cite. */
import { libraryNews, type NewsPorts } from './news.ts';
import { libraryReaders, type ReadersPorts } from './readers.ts';
import { libraryReading, type ReadingPorts } from './reading.ts';
import { libraryWriting, type WritingPorts } from './writing.ts';

export type LibraryPorts = NewsPorts & ReadersPorts & ReadingPorts & WritingPorts;

export function createLibrary(ports: LibraryPorts) {
  return {
    ...libraryReading(ports),
    ...libraryWriting(ports),
    ...libraryReaders(ports),
    ...libraryNews(ports),
  };
}

export type Library = ReturnType<typeof createLibrary>;
