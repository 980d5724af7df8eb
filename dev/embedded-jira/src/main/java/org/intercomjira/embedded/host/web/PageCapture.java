package org.intercomjira.embedded.host.web;

import jakarta.servlet.ServletOutputStream;
import jakarta.servlet.WriteListener;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpServletResponseWrapper;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStreamWriter;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.util.Optional;

/** Keeps what a servlet writes, so that a whole page can be dressed before anything leaves. */
final class PageCapture extends HttpServletResponseWrapper {
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final ServletOutputStream stream = new Stream(bytes);
    private PrintWriter writer;

    /** What to do with an HTML page. */
    interface Page {
        void write(String html) throws IOException;
    }

    PageCapture(HttpServletResponse response) {
        super(response);
    }

    @Override
    public ServletOutputStream getOutputStream() {
        return stream;
    }

    @Override
    public PrintWriter getWriter() throws IOException {
        if (writer == null) {
            setCharacterEncoding(charset().name());
            writer = new PrintWriter(new OutputStreamWriter(bytes, charset()));
        }
        return writer;
    }

    @Override
    public void flushBuffer() {
        // Nothing leaves before the page is whole.
    }

    @Override
    public void setContentLength(int length) {
        // The dressed page is longer.
    }

    @Override
    public void setContentLengthLong(long length) {
        // The dressed page is longer.
    }

    /** HTML goes to the page, anything else out as it is. */
    void finish(Page page) throws IOException {
        if (writer != null) {
            writer.flush();
        }
        if (bytes.size() == 0 || getResponse().isCommitted()) {
            return;
        }
        if (Optional.ofNullable(getContentType()).orElse("").startsWith("text/html")) {
            setCharacterEncoding(charset().name());
            page.write(bytes.toString(charset()));
        } else {
            getResponse().getOutputStream().write(bytes.toByteArray());
        }
    }

    private Charset charset() {
        return Charset.forName(getCharacterEncoding().equalsIgnoreCase("ISO-8859-1") ? "UTF-8" : getCharacterEncoding());
    }

    private static final class Stream extends ServletOutputStream {
        private final ByteArrayOutputStream bytes;

        Stream(ByteArrayOutputStream bytes) {
            this.bytes = bytes;
        }

        @Override
        public void write(int value) {
            bytes.write(value);
        }

        @Override
        public void write(byte[] values, int offset, int length) {
            bytes.write(values, offset, length);
        }

        @Override
        public boolean isReady() {
            return true;
        }

        @Override
        public void setWriteListener(WriteListener listener) {
            throw new UnsupportedOperationException("Pages of plugins are written synchronously");
        }
    }
}
