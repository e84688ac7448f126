// SPDX-License-Identifier: MIT
import java.io.*;
import java.nio.charset.StandardCharsets;
import java.nio.file.*;
import java.util.*;
import org.apache.lucene.analysis.core.WhitespaceAnalyzer;
import org.apache.lucene.document.*;
import org.apache.lucene.index.*;
import org.apache.lucene.search.*;
import org.apache.lucene.store.*;

/** Lucene 8 beside us: builds one index segment of documents that are cut already, and answers classes of queries that are asked for by lines. */
public class PeerHarness {
    public static void main(String[] args) throws Exception {
        if (args[0].equals("build")) build(args[1], args[2]);
        else serve(args[0], args[1]);
    }

    static void build(String words, String folder) throws IOException {
        IndexWriterConfig config = new IndexWriterConfig(new WhitespaceAnalyzer()).setRAMBufferSizeMB(256).setOpenMode(IndexWriterConfig.OpenMode.CREATE).setUseCompoundFile(false);
        try (IndexWriter writer = new IndexWriter(FSDirectory.open(Paths.get(folder)), config); BufferedReader reader = Files.newBufferedReader(Paths.get(words))) {
            Field field = new Field("b", "", TextField.TYPE_NOT_STORED);
            Document document = new Document();
            document.add(field);
            for (String line = reader.readLine(); line != null; line = reader.readLine()) {
                field.setStringValue(line);
                writer.addDocument(document);
            }
            writer.forceMerge(1);
            writer.commit();
        }
    }

    static void serve(String folder, String queries) throws IOException {
        IndexSearcher searcher = new IndexSearcher(DirectoryReader.open(MMapDirectory.open(Paths.get(folder))));
        searcher.setQueryCache(null);
        Map<String, List<Query>> classes = new LinkedHashMap<>();
        for (String line : Files.readAllLines(Paths.get(queries))) {
            String[] parts = line.split("\t");
            classes.computeIfAbsent(parts[0], name -> new ArrayList<>()).add(query(parts[1], parts[2].split(" ")));
        }
        // Ten seconds in each way to count, over all classes.
        for (boolean exact : new boolean[] { false, true }) {
            long end = System.nanoTime() + 10_000_000_000L;
            while (System.nanoTime() < end)
                for (List<Query> of : classes.values()) for (Query query : of) run(searcher, query, exact);
        }
        PrintStream out = new PrintStream(new FileOutputStream(FileDescriptor.out), true, "UTF-8");
        out.println("ready");
        BufferedReader in = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            String[] asked = line.split("\t");
            List<Query> of = classes.get(asked[1]);
            StringBuilder answer = new StringBuilder();
            for (Query query : of) {
                long value;
                if (asked[0].equals("count")) value = searcher.count(query);
                else {
                    long start = System.nanoTime();
                    run(searcher, query, asked[0].equals("exact"));
                    value = System.nanoTime() - start;
                }
                answer.append(answer.length() > 0 ? " " : "").append(value);
            }
            out.println(answer);
        }
    }

    static Query query(String kind, String[] words) {
        switch (kind) {
            case "Term": return new TermQuery(new Term("b", words[0]));
            case "Prefix": return new PrefixQuery(new Term("b", words[0]));
            case "Phrase": return new PhraseQuery("b", words);
            default:
                BooleanQuery.Builder all = new BooleanQuery.Builder();
                for (String word : words) all.add(new TermQuery(new Term("b", word)), kind.equals("And") ? BooleanClause.Occur.MUST : BooleanClause.Occur.SHOULD);
                return all.build();
        }
    }

    static void run(IndexSearcher searcher, Query query, boolean exact) throws IOException {
        TopScoreDocCollector collector = TopScoreDocCollector.create(10, exact ? Integer.MAX_VALUE : 10);
        searcher.search(query, collector);
        collector.topDocs();
    }
}
